package io.gangway.api.problem;

import io.gangway.platform.Correlation;
import io.gangway.rateplan.Allowance;
import io.gangway.rateplan.Allowance.Name;
import io.gangway.rateplan.Allowance.Policy;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is left of a plan, as draft-ietf-httpapi-ratelimit-headers-10 has it. */
public final class RateLimitHeaders {
    private RateLimitHeaders() {}

    /** {@code RateLimit-Policy} and {@code RateLimit}, with one item for each limit that applies. */
    public static void write(HttpServletResponse response, Allowance allowance) {
        response.setHeader(
                "RateLimit-Policy",
                allowance.policies().stream()
                        .map(policy -> "\"%s\";q=%d;w=%d"
                                .formatted(policy.name().word(), policy.quota(), policy.windowSeconds()))
                        .collect(Collectors.joining(", ")));
        response.setHeader(
                "RateLimit",
                allowance.policies().stream()
                        .map(policy -> "\"%s\";r=%d;t=%d"
                                .formatted(policy.name().word(), policy.remaining(), seconds(policy.reset())))
                        .collect(Collectors.joining(", ")));
    }

    /** Headers and problem of a request that is refused; the caller writes the problem. */
    public static ProblemDocument refuse(
            HttpServletResponse response, Allowance allowance, String instance, Correlation correlation) {
        var exceeded = Objects.requireNonNull(allowance.exceeded(), "The request is refused by a limit.");
        write(response, allowance);
        response.setHeader("Retry-After", Long.toString(seconds(exceeded.reset())));
        return ProblemDocument.quotaExceeded(exceeded.name().word(), detail(exceeded), instance, correlation);
    }

    private static String detail(Policy exceeded) {
        var wait = seconds(exceeded.reset());
        if (exceeded.name() == Name.DAY) {
            return "Today's quota of %d requests is used up. It resets in %d s. Ask the operator of the platform if you need a larger plan."
                    .formatted(exceeded.quota(), wait);
        }
        var whose = switch (exceeded.name()) {
            case KEY -> "This key";
            case ENDPOINT -> "This endpoint";
            default -> "Your organization";
        };
        return "%s may send %d requests at once and %d a minute, which are used up. The next one is free in %d s."
                .formatted(whose, exceeded.quota(), exceeded.perMinute(), wait);
    }

    /** Whole ones, rounded up: who waits for so long finds it open. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
