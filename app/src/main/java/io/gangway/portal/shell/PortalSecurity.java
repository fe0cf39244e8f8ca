package io.gangway.portal.shell;

import com.vaadin.flow.shared.ApplicationConstants;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.gangway.platform.IdentityProperties;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Who may come in by the door for people: everybody whom the identity provider vouches for; views name their roles. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
class PortalSecurity {
    private static final String REGISTRATION = "keycloak";
    private static final String LOGIN = "/oauth2/authorization/" + REGISTRATION;
    private static final String ANSWER = "/login/oauth2/code/" + REGISTRATION;

    /** Vaadin's client needs inline scripts and eval; nothing comes from anywhere else, and nobody frames the portal. */
    private static final String CONTENT_SECURITY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Bean
    @Order(10)
    SecurityFilterChain portalChain(
            HttpSecurity http,
            PortalUsers users,
            CurrentMemberships memberships,
            LoginCookie begun,
            VaadinDefaultRequestCache interrupted) {
        // Where somebody wanted to go stays in the browser too: without a login there is no session.
        interrupted.setDelegateRequestCache(new CookieRequestCache());
        return http.headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                        .withObjectPostProcessor(writtenFirst()))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .addFilterBefore(new UnknownLogins(LOGIN, ANSWER), OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterAfter(new SessionCheck(memberships), OAuth2LoginAuthenticationFilter.class)
                .authorizeHttpRequests(rules -> rules.requestMatchers("/icons/**", "/styles.css")
                        .permitAll()
                        // Vaadin's own requests are open to all, but these begin a session.
                        .requestMatchers(PortalSecurity::beginsSession)
                        .authenticated())
                // With a page named, Spring Security need not ask the identity provider while starting.
                .oauth2Login(login -> login.loginPage(LOGIN)
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestRepository(begun))
                        .failureHandler(failedLogin())
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users)))
                .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.oauth2LoginPage(LOGIN, "{baseUrl}")
                                // A wrong address has a page of ours, which needs no role.
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .build();
    }

    /** Vaadin writes its pages in a way that would otherwise leave the headers out. */
    private static ObjectPostProcessor<HeaderWriterFilter> writtenFirst() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    private static SimpleUrlAuthenticationFailureHandler failedLogin() {
        var handler = new SimpleUrlAuthenticationFailureHandler(LOGIN + "?error");
        handler.setAllowSessionCreation(false);
        return handler;
    }

    private static boolean beginsSession(HttpServletRequest request) {
        var type = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        return "init".equals(type) || "push".equals(type);
    }

    /** Asked for at the first login, so that the platform starts while the identity provider is down. */
    @Bean
    ClientRegistrationRepository clientRegistrations(IdentityProperties identity) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(identity.issuer())
                        .registrationId(REGISTRATION)
                        .clientId(identity.clientId())
                        .clientSecret(identity.clientSecret())
                        .scope("openid", "profile", "email")
                        .userNameAttributeName("preferred_username")
                        .build()));
    }
}
