package io.gangway.api.security;

import io.gangway.identity.ApiKeys;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Takes an API key from {@code X-API-Key} or {@code Authorization: Bearer gw_…}; other tokens are left alone. */
final class ApiKeyConverter implements AuthenticationConverter {
    private static final String BEARER = "Bearer ";

    @Override
    public @Nullable Presented convert(HttpServletRequest request) {
        var own = request.getHeader("X-API-Key");
        var key = own == null ? bearerOf(request.getHeader("Authorization")) : own.strip();
        return key == null ? null : new Presented(key, request.getRemoteAddr());
    }

    private static @Nullable String bearerOf(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        var token = authorization.substring(BEARER.length()).strip();
        return token.startsWith(ApiKeys.PREFIX) ? token : null;
    }

    /** A key that nobody has looked at yet. */
    static final class Presented extends AbstractAuthenticationToken {
        private final transient String key;
        private final String address;

        Presented(String key, String address) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.key = key;
            this.address = address;
        }

        String address() {
            return address;
        }

        @Override
        public String getCredentials() {
            return key;
        }

        @Override
        public Object getPrincipal() {
            return "";
        }
    }
}
