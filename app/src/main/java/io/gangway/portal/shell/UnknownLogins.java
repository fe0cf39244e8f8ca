package io.gangway.portal.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logins at identity providers other than ours do not exist; Spring Security would answer 500. */
final class UnknownLogins extends OncePerRequestFilter {
    private final Set<String> known;

    UnknownLogins(String... known) {
        this.known = Set.of(known);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if ((path.startsWith("/oauth2/") || path.startsWith("/login/oauth2/")) && !known.contains(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }
}
