package io.gangway.api.security;

import io.gangway.platform.Correlation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Continues the caller's trace for every request but webhooks, whose door does the same itself. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CorrelationFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var correlation = Correlation.from(request.getHeader("traceparent"));
        try (var logged = correlation.open();
                var from = MDC.putCloseable("address", request.getRemoteAddr())) {
            response.setHeader(Correlation.RESPONSE_HEADER, correlation.id());
            response.setHeader("traceparent", correlation.traceparent());
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
