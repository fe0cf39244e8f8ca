package io.gangway.visibility;

/** How far lists go and how far is counted: nobody scrolls through more, and counting more would cost time at each change. */
public final class CountLimit {
    /** A list shows so many rows; who looks for others narrows the search. */
    public static final int ROWS = 1_000;

    /** Counting ends here: one more than shown tells that there are more. */
    static final int COUNTED = ROWS + 1;

    private CountLimit() {}

    /** Whether a count ended before all was counted. */
    public static boolean isExceededBy(long count) {
        return count > ROWS;
    }

    /** How many rows of a page from {@code offset} on are within the list. */
    static int within(int offset, int limit) {
        return Math.max(0, Math.min(limit, ROWS - offset));
    }
}
