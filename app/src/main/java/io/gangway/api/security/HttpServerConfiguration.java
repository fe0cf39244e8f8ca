package io.gangway.api.security;

import io.gangway.api.problem.ProblemDocument;
import io.gangway.api.problem.ProblemErrorValve;
import io.gangway.api.problem.ProblemWriter;
import io.gangway.platform.Correlation;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** References of orders have any characters, such as {@code WH/OUT/00012}: encoded in a path they reach the controller. */
@Configuration(proxyBeanMethods = false)
class HttpServerConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> httpServer() {
        return factory -> {
            factory.addConnectorCustomizers(
                    connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemErrorValve.class.getName());
                }
            });
        };
    }

    /** Paths are matched in parts, each decoded by itself, so that what is encoded cannot lead anywhere else. */
    @Bean
    StrictHttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, rejected) -> problems.write(
                response,
                ProblemDocument.of(
                        HttpServletResponse.SC_BAD_REQUEST,
                        "malformed-request",
                        "The address has characters that are not allowed there.",
                        request.getRequestURI(),
                        Correlation.current()));
    }
}
