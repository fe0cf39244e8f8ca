package io.gangway.canonical;

/** Why goods come back. */
public enum ReturnReason {
    CHANGED_MIND,
    WRONG_ITEM,
    NOT_AS_DESCRIBED,
    DAMAGED,
    DEFECTIVE,
    TOO_LATE,
    REPAIR,
    UNDELIVERABLE,
    OTHER
}
