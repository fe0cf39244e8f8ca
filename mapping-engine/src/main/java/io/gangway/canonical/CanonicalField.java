package io.gangway.canonical;

/**
 * A field of a canonical message or of an object in one.
 *
 * @param name as in JSON and as the record's component
 * @param required whether a message can't do without it; a list then has an entry
 * @param dispensable whether a message is taken without it if its value can't be read
 */
public record CanonicalField(
        String name, FieldType type, boolean required, boolean dispensable, Classification classification) {}
