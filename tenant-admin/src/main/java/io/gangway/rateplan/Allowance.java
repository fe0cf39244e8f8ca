package io.gangway.rateplan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request, with what is left.
 *
 * @param policies all limits that apply, the narrowest first
 * @param exceeded the one that refuses the request; null if it is allowed
 */
public record Allowance(List<Policy> policies, @Nullable Policy exceeded) {
    /**
     * One limit, in the words of draft-ietf-httpapi-ratelimit-headers.
     *
     * @param name what it limits
     * @param quota requests in the window
     * @param windowSeconds length of the window
     * @param perMinute requests a minute in the long run; 0 for the quota of a day
     * @param remaining requests that are left now, as far as this node knows
     * @param reset until more are left: the whole quota, or the next request if none is left
     */
    public record Policy(Name name, long quota, long windowSeconds, int perMinute, long remaining, Duration reset) {}

    /** What a limit is on. */
    public enum Name {
        KEY("key"),
        ORGANIZATION("organization"),
        ENDPOINT("endpoint"),
        DAY("day");

        private final String word;

        Name(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public boolean isGranted() {
        return exceeded == null;
    }
}
