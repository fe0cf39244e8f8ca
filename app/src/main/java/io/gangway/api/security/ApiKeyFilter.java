package io.gangway.api.security;

import io.gangway.identity.ApiKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes an API key from {@code X-API-Key} or {@code Authorization: Bearer gw_…}; other tokens are left alone. */
final class ApiKeyFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final AuthenticationEntryPoint refusal;

    ApiKeyFilter(ApiKeys keys, AuthenticationEntryPoint refusal) {
        this.keys = keys;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var text = keyOf(request);
        if (text == null) {
            chain.doFilter(request, response);
            return;
        }
        var identity = keys.authenticate(text);
        if (identity.isEmpty()) {
            refusal.commence(
                    request,
                    response,
                    new BadCredentialsException(
                            "The API key is unknown, expired or revoked. Ask the operator of the platform for a new one."));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new MachineAuthentication(identity.get()));
        SecurityContextHolder.setContext(context);
        // A key in the Authorization header is no JWT: the filter behind must not try to read it as one.
        chain.doFilter(new WithoutAuthorization(request), response);
    }

    private static @Nullable String keyOf(HttpServletRequest request) {
        var own = request.getHeader("X-API-Key");
        if (own != null) {
            return own.strip();
        }
        var authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            var token = authorization.substring(BEARER.length()).strip();
            return token.startsWith(ApiKeys.PREFIX) ? token : null;
        }
        return null;
    }

    private static final class WithoutAuthorization extends jakarta.servlet.http.HttpServletRequestWrapper {
        WithoutAuthorization(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("Authorization") ? null : super.getHeader(name);
        }

        @Override
        public java.util.Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase("Authorization")
                    ? java.util.Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }
    }
}
