package io.gangway.portal.shell;

import com.vaadin.flow.server.VaadinSession;
import io.gangway.kernel.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every request of a person against what is so now, not what was so at the login: its organization, its role, and whether the
 * identity provider has ended the login. Open pages were made for the former state; with a change they are thrown away, so that
 * nobody acts with the rights of one organization on a page of another.
 */
final class SessionCheck extends OncePerRequestFilter {
    /** In the session: the organization that the person has turned to. */
    static final String ORGANIZATION = SessionCheck.class.getName() + ".organization";

    private final CurrentMemberships memberships;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SessionCheck(CurrentMemberships memberships) {
        this.memberships = memberships;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken token
                && token.getPrincipal() instanceof PortalUser user) {
            if (memberships.isOver(user.login())) {
                SecurityContextHolder.clearContext();
                session.invalidate();
            } else {
                renew(token, user, session, request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private void renew(
            OAuth2AuthenticationToken token,
            PortalUser user,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wanted = (TenantId) session.getAttribute(ORGANIZATION);
        var renewed = user.in(PortalUser.chosen(memberships.of(user.subject()), wanted));
        if (Objects.equals(renewed.membership(), user.membership())) {
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new OAuth2AuthenticationToken(
                renewed, renewed.getAuthorities(), token.getAuthorizedClientRegistrationId()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        closePages(session);
    }

    private static void closePages(HttpSession session) {
        for (var name : List.copyOf(Collections.list(session.getAttributeNames()))) {
            if (session.getAttribute(name) instanceof VaadinSession) {
                session.removeAttribute(name);
            }
        }
    }
}
