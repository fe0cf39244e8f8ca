package io.gangway.mapping.plan;

/** A function of Jolt's modify. */
@FunctionalInterface
interface Function {
    /** Makes a value of others, which may be the values of the document themselves; {@link Document#ABSENT} if it can't. */
    int apply(Run run, int[] arguments);
}
