package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;

/**
 * Something wrong with a mapping.
 *
 * @param isFault whether the mapping can't be meant so: whenever the culprit does anything, the payload is rejected, or
 *     it names what a schema does not have. What is no fault never does anything
 * @param code as in {@code docs/mapping.md}
 * @param pointer into the mapping
 * @param ofValue whether the culprit is the value at the pointer rather than its name
 * @param detail culprit, place and remedy
 */
public record Finding(boolean isFault, String code, Pointer pointer, boolean ofValue, String detail) {}
