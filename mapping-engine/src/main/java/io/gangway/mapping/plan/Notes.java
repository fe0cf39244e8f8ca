package io.gangway.mapping.plan;

/** Takes what is wrong with a payload or a mapping, so that all of it can be reported at once. */
@FunctionalInterface
public interface Notes {
    void fault(String code, String pointer, String detail);

    /**
     * Takes what is wrong with one value of a payload. The run goes on; {@code standIn} is where the value would be, and
     * shows which message the fault concerns in the end.
     */
    default void fault(String code, String pointer, String detail, int standIn) {
        fault(code, pointer, detail);
    }
}
