package io.gangway.mapping.plan;

/**
 * What a payload may be.
 *
 * @param depth levels of objects and arrays
 * @param values objects, arrays and scalars, all together
 * @param textLength characters of a text
 * @param nameLength characters of a name
 */
public record ReadingLimits(int depth, int values, int textLength, int nameLength) {}
