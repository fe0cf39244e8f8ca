package io.gangway.api.webhook;

import io.gangway.api.problem.ProblemWriter;
import io.gangway.ingest.IngestProperties;
import io.gangway.ingest.Webhooks;
import io.gangway.platform.FailedAttempts;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    @Bean
    FilterRegistrationBean<WebhookDoor> webhookDoor(
            Webhooks webhooks, ProblemWriter problems, FailedAttempts attempts, IngestProperties properties) {
        var registration = new FilterRegistrationBean<>(new WebhookDoor(webhooks, problems, attempts, properties));
        registration.addUrlPatterns("/hooks/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
