package io.gangway.mapping.differential;

/** How the results of two engines compare. */
sealed interface Verdict {
    record Same(Result result) implements Verdict {}

    /** They differ, as {@link KnownDifferences} says they may. */
    record Known(String name) implements Verdict {}

    /** Jolt itself does not make the same of the pair twice, so nothing can be held against it. */
    record Arbitrary() implements Verdict {}

    record Different(Pair pair, Result expected, Result actual, String where) implements Verdict {
        String described() {
            return """
                    The engines differ: %s
                    chain:    %s
                    input:    %s
                    expected: %s
                    actual:   %s""".formatted(where, pair.chain(), pair.input(), expected, actual);
        }
    }
}
