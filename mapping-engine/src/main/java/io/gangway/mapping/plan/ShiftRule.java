package io.gangway.mapping.plan;

/** A rule of a shift: a key on the left side, and what is to be done with the value that it matches. */
sealed interface ShiftRule permits ShiftRules, ShiftLeaf {
    SpecKey key();

    /**
     * Works on the value of a key, {@link Document#ABSENT} if the key itself is a value. Returns whether the key is
     * used up, so that no wider rule beside this one gets it.
     */
    boolean apply(Run run, int output, int key, int value);
}
