package io.gangway.mapping;

/**
 * A place in the text of a mapping.
 *
 * @param line from 1
 * @param column from 1, in characters of Java
 */
public record Place(int line, int column) {
    @Override
    public String toString() {
        return "line %d, column %d".formatted(line, column);
    }
}
