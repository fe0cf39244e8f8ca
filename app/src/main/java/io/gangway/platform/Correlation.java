package io.gangway.platform;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What holds together everything that follows from one request: the trace id of W3C Trace Context (32 hexadecimal
 * digits), taken from the caller's {@code traceparent} or made here.
 */
public record Correlation(String id) {
    public static final String MDC_KEY = "correlationId";
    public static final String RESPONSE_HEADER = "X-Correlation-Id";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String NO_TRACE = "0".repeat(32);

    /** Continues the caller's trace; a missing or malformed header begins a new one, as the standard asks. */
    public static Correlation from(@Nullable String traceparent) {
        if (traceparent != null && traceparent.length() <= 100) {
            var matcher = TRACEPARENT.matcher(traceparent.strip().toLowerCase(Locale.ROOT));
            if (matcher.matches() && !matcher.group(1).equals(NO_TRACE) && !traceparent.startsWith("ff")) {
                return new Correlation(matcher.group(1));
            }
        }
        return begin();
    }

    public static Correlation begin() {
        var random = ThreadLocalRandom.current();
        return new Correlation("%016x%016x".formatted(random.nextLong(1, Long.MAX_VALUE), random.nextLong()));
    }

    /** The correlation of the running thread, or a new one if it has none. */
    public static Correlation current() {
        var id = MDC.get(MDC_KEY);
        return id == null ? begin() : new Correlation(id);
    }

    /** The header for whoever comes next, with a span id of our own. */
    public String traceparent() {
        return "00-%s-%016x-01".formatted(id, ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    /** Puts the id on every log line of this thread until the result is closed. */
    public MDC.MDCCloseable open() {
        return MDC.putCloseable(MDC_KEY, id);
    }
}
