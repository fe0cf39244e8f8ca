package io.gangway.mapping.plan;

/** A run can't go on. The message is a sentence for the author of the mapping, and names the limit if one was hit. */
public class RunFailed extends RuntimeException {
    private static final String TRANSFORM = "transform-failed";

    private final String code;

    RunFailed(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** One of the codes of faults that are listed in {@code docs/mapping.md}. */
    public String code() {
        return code;
    }

    boolean isOfLimit() {
        return !code.equals(TRANSFORM);
    }

    static RunFailed transform(String message) {
        return new RunFailed(TRANSFORM, message);
    }

    static RunFailed tooManyValues(long limit) {
        return tooMuch("too-many-values", limit, "values");
    }

    static RunFailed tooManyItems(long limit) {
        return tooMuch("too-many-items", limit, "members and items");
    }

    static RunFailed tooManyNames(long limit) {
        return tooMuch("too-many-values", limit, "names");
    }

    static RunFailed tooMuchText(long limit) {
        return tooMuch("too-much-text", limit, "bytes of text");
    }

    static RunFailed tooMuchOutput(long limit) {
        return tooMuch("output-too-large", limit, "bytes");
    }

    private static RunFailed tooMuch(String code, long limit, String what) {
        return new RunFailed(
                code, "It made more than %d %s. Let the mapping copy less of the payload.".formatted(limit, what));
    }

    static RunFailed tooManyAtOnce(long limit) {
        return new RunFailed(
                "too-many-values",
                "It took more than %d values at once. Let the mapping copy less of the payload.".formatted(limit));
    }

    static RunFailed tooManySteps(long limit) {
        return new RunFailed(
                "too-many-steps",
                "It took more than %d steps. Let the mapping visit less of the payload.".formatted(limit));
    }

    static RunFailed patternTooSlow(long limit) {
        return new RunFailed(
                "pattern-too-slow",
                "Its patterns looked at more than %d characters. Use simpler ones.".formatted(limit));
    }

    static RunFailed tooDeep(int limit) {
        return new RunFailed(
                "too-deep", "It met more than %d levels. Check whether a value was put into itself.".formatted(limit));
    }
}
