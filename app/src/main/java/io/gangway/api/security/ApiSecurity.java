package io.gangway.api.security;

import io.gangway.api.problem.ProblemDocument;
import io.gangway.api.problem.ProblemWriter;
import io.gangway.identity.ApiKeys;
import io.gangway.identity.MachineIdentity;
import io.gangway.identity.OAuthClients;
import io.gangway.identity.Scope;
import io.gangway.platform.Correlation;
import io.gangway.platform.FailedAttempts;
import io.gangway.platform.IdentityProperties;
import io.gangway.rateplan.RateLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/** Who may come in by the door for machines: API keys and OAuth tokens with the right scope; no sessions, no cookies. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    /** What a token must be meant for. */
    private static final String AUDIENCE = "gangway-api";

    /** Where keys are guessed at. */
    private static final String ATTEMPTS = "api";

    private static final int TOO_MANY_REQUESTS = 429;

    /** Answers are read by programs; a browser has nothing to load from them. */
    private static final String CONTENT_SECURITY = "default-src 'none'; frame-ancestors 'none'";

    private static final BearerTokenResolver TOKENS = new DefaultBearerTokenResolver();

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            ApiKeys keys,
            OAuthClients clients,
            FailedAttempts attempts,
            ProblemWriter problems,
            RateLimiter limiter,
            MeterRegistry meters,
            SecurityContextHolderStrategy contexts) {
        var unauthenticated = unauthenticated(problems, attempts);
        return http.securityMatcher("/v1/**")
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER)))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        keyFilter(keys, attempts, unauthenticated, contexts), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new RateLimitFilter(limiter, problems, meters), AuthorizationFilter.class)
                // Which scope opens an operation is written at the operation.
                .authorizeHttpRequests(rules -> rules.requestMatchers(HttpMethod.POST, "/v1/leaked-keys")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthenticated)
                        .bearerTokenResolver(ApiSecurity::token)
                        .accessDeniedHandler(denied(problems))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new ClientTokens(clients))))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied(problems)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain openChain(HttpSecurity http) {
        return http.securityMatcher(
                        "/error", "/livez", "/readyz", "/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .build();
    }

    /** Asks the identity provider for its keys at the first token, so that the platform starts without it. */
    @Bean
    JwtDecoder jwtDecoder(IdentityProperties identity) {
        return new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(identity.issuer()).build();
            OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
                    "aud", audiences -> audiences != null && audiences.contains(AUDIENCE));
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(identity.issuer()), audience));
            return decoder;
        });
    }

    private static AuthenticationEntryPoint unauthenticated(ProblemWriter problems, FailedAttempts attempts) {
        return (request, response, failed) -> {
            if (failed instanceof LockedException) {
                tooManyFailures(request, response, problems, attempts.waitOf(ATTEMPTS, request.getRemoteAddr()));
                return;
            }
            var detail = failed instanceof BadCredentialsException known
                    ? Objects.requireNonNullElse(known.getMessage(), "The credentials are wrong.")
                    : "Send an API key in X-API-Key, or an OAuth token that is meant for %s, as Authorization: Bearer."
                            .formatted(AUDIENCE);
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.write(
                    response,
                    ProblemDocument.of(
                            HttpServletResponse.SC_UNAUTHORIZED,
                            "unauthenticated",
                            detail,
                            request.getRequestURI(),
                            Correlation.current()));
        };
    }

    private static void tooManyFailures(
            HttpServletRequest request, HttpServletResponse response, ProblemWriter problems, Duration wait)
            throws IOException {
        response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
        problems.write(
                response,
                ProblemDocument.of(
                        TOO_MANY_REQUESTS,
                        "too-many-failures",
                        "Too many requests from your network had a wrong API key. Check the key; the next try is free in %d s."
                                .formatted(wait.toSeconds() + 1),
                        request.getRequestURI(),
                        Correlation.current()));
    }

    private static AccessDeniedHandler denied(ProblemWriter problems) {
        return (request, response, failed) -> problems.write(
                response,
                ProblemDocument.of(
                        HttpServletResponse.SC_FORBIDDEN,
                        "forbidden",
                        "The credentials do not open this call.",
                        request.getRequestURI(),
                        Correlation.current()));
    }

    private static AuthenticationFilter keyFilter(
            ApiKeys keys,
            FailedAttempts attempts,
            AuthenticationEntryPoint unauthenticated,
            SecurityContextHolderStrategy contexts) {
        AuthenticationManager byKey = presented -> Optional.of(presented)
                .filter(ApiKeyConverter.Presented.class::isInstance)
                .map(ApiKeyConverter.Presented.class::cast)
                .flatMap(key -> authenticate(keys, attempts, key))
                .map(MachineAuthentication::new)
                .orElseThrow(
                        () -> new BadCredentialsException(
                                "The API key is unknown, expired or revoked. Ask an administrator of your organization for a new one."));
        var filter = new AuthenticationFilter(byKey, new ApiKeyConverter());
        // The static one is replaced while the application starts.
        filter.setSecurityContextHolderStrategy(contexts);
        filter.setSuccessHandler((request, response, authentication) -> {});
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(unauthenticated));
        return filter;
    }

    /** A network that has failed too often costs no query more. */
    private static Optional<MachineIdentity> authenticate(
            ApiKeys keys, FailedAttempts attempts, ApiKeyConverter.Presented key) {
        if (!attempts.waitOf(ATTEMPTS, key.address()).isZero()) {
            throw new LockedException("The network has to wait.");
        }
        var found = keys.authenticate(key.getCredentials(), key.address());
        if (found.isEmpty()) {
            attempts.note(ATTEMPTS, key.address());
        }
        return found;
    }

    /** An API key in the Authorization header is not a token. */
    private static @Nullable String token(HttpServletRequest request) {
        var token = TOKENS.resolve(request);
        return token != null && token.startsWith(ApiKeys.PREFIX) ? null : token;
    }

    /** From a client's token to the tenant it speaks for, which our own table tells and not the token. */
    private record ClientTokens(OAuthClients clients) implements Converter<Jwt, AbstractAuthenticationToken> {
        @Override
        public AbstractAuthenticationToken convert(Jwt token) {
            var clientId = Objects.requireNonNullElse(token.getClaimAsString("azp"), "");
            var words = Objects.requireNonNullElse(token.getClaimAsString("scope"), "");
            var scopes = Stream.of(words.split(" "))
                    .flatMap(word -> Scope.of(word).stream())
                    .collect(Collectors.toSet());
            return clients.identify(clientId, scopes)
                    .map(MachineAuthentication::new)
                    .orElseThrow(() -> new BadCredentialsException(
                            "The client '%s' is not registered with an organization here.".formatted(clientId)));
        }
    }
}
