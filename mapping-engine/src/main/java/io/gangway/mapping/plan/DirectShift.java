package io.gangway.mapping.plan;

/**
 * A shift whose result has a form that is known before any payload: a first look at the payload's bytes finds where the
 * values stand, a second step copies them into the result. Most shifts are like that: names on the left, arrays with an
 * item for each item of the payload, and every path to a place of its own on the right. Payloads of another form, such as
 * an object where the shift expects an array, are left to {@link Shift}, which makes the same of what both can do.
 *
 * @param payload as if it were the only item of an array
 * @param depth levels of the result
 * @param weight values of the result and uses of rules, at most, for each item of the payload
 */
record DirectShift(DirectSource.Items payload, DirectResult result, int depth, int weight) {
    /** More than {@link Shift} needs, of whatever is limited, for a value that it reads or makes. */
    private static final int SHARE = 40;

    /** Whether the shift could never reach a limit with so many values and items. */
    boolean isAffordable(int values, int items, Budget budget) {
        long most = SHARE * (values + (long) items * weight);
        return most <= budget.nodes() * (long) SHARE && most <= 2L * budget.cells() && most <= budget.steps();
    }
}
