package io.gangway.mapping.check;

/** How much may still be looked at. Mappings that would take longer are not told of. */
final class Effort {
    private static final int LIMIT = 120_000;
    private static final int DEPTH = 200;

    private int left = LIMIT;

    /** Throws {@link Abandoned} if it is too much. */
    void spend(int amount) {
        left -= amount;
        if (left < 0) {
            throw new Abandoned();
        }
    }

    /** Throws {@link Abandoned} if that is too deep to go. */
    void visit(int depth) {
        if (depth > DEPTH) {
            throw new Abandoned();
        }
        spend(1);
    }

    /** Nothing more can be told. */
    static final class Abandoned extends RuntimeException {
        private Abandoned() {
            super("Too much to look at.", null, false, false);
        }
    }
}
