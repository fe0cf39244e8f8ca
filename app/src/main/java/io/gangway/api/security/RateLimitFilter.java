package io.gangway.api.security;

import io.gangway.api.problem.ProblemWriter;
import io.gangway.api.problem.RateLimitHeaders;
import io.gangway.identity.MachineIdentity;
import io.gangway.platform.Correlation;
import io.gangway.platform.StageTimes;
import io.gangway.rateplan.Asked;
import io.gangway.rateplan.RateLimiter;
import io.gangway.rateplan.RequestKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds every call of a machine against its organization's plan; every answer shows what is left. */
final class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimiter limiter;
    private final ProblemWriter problems;
    private final Timer time;

    RateLimitFilter(RateLimiter limiter, ProblemWriter problems, MeterRegistry meters) {
        this.time = StageTimes.of("limit", meters);
        this.limiter = limiter;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller instanceof MachineAuthentication machine) {
            var sample = Timer.start();
            var allowance = limiter.ask(asked(machine.getPrincipal()));
            sample.stop(time);
            if (!allowance.isGranted()) {
                problems.write(
                        response,
                        RateLimitHeaders.refuse(response, allowance, request.getRequestURI(), Correlation.current()));
                return;
            }
            RateLimitHeaders.write(response, allowance);
        }
        chain.doFilter(request, response);
    }

    private static Asked asked(MachineIdentity machine) {
        return new Asked(machine.tenant(), machine.environment(), RequestKind.API, machine.name());
    }
}
