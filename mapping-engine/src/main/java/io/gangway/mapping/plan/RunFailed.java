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

    static RunFailed tooMuch(String what, long limit) {
        return new RunFailed(
                "output-too-large",
                "It made more than %,d %s. Let it copy less of the payload.".formatted(limit, what));
    }

    static RunFailed tooManySteps(long limit) {
        return new RunFailed(
                "too-many-steps", "It took more than %,d steps. Let it visit less of the payload.".formatted(limit));
    }

    static RunFailed tooDeep() {
        return new RunFailed(
                "output-too-large",
                "It met more than %d levels. Check whether a value was put into itself.".formatted(Document.DEPTH));
    }
}
