package io.gangway.portal.shell;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.gangway.platform.IdentityProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Who may come in by the door for people: whoever the identity provider vouches for; views name their roles. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
class PortalSecurity {
    private static final String REGISTRATION = "keycloak";
    private static final String LOGIN = "/oauth2/authorization/" + REGISTRATION;

    @Bean
    @Order(10)
    SecurityFilterChain portalChain(HttpSecurity http, PortalUsers users, VaadinDefaultRequestCache interrupted) {
        interrupted.setDelegateRequestCache(withoutMark());
        return http.authorizeHttpRequests(rules ->
                        rules.requestMatchers("/icons/**", "/styles.css").permitAll())
                // With a page named, Spring Security need not ask the identity provider while starting.
                .oauth2Login(
                        login -> login.loginPage(LOGIN).userInfoEndpoint(endpoint -> endpoint.oidcUserService(users)))
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.oauth2LoginPage(LOGIN, "{baseUrl}"))
                .build();
    }

    /** Otherwise the address ends in {@code ?continue} after each login. */
    @SuppressWarnings("NullAway") // null is how the mark is turned off, though the parameter is not said to be nullable
    private static HttpSessionRequestCache withoutMark() {
        var remembered = new HttpSessionRequestCache();
        remembered.setMatchingRequestParameterName(null);
        return remembered;
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
