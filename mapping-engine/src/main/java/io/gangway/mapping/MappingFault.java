package io.gangway.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a mapping or a payload.
 *
 * @param code stable, in kebab case; all are listed in {@code docs/mapping.md}
 * @param pointer JSON pointer as a URI fragment: into the mapping for a fault of a mapping; for a payload into what was
 *     read, or, once the steps have run, into the array of messages
 * @param place where the culprit begins in the text of a mapping; null for a payload
 * @param detail culprit, place and remedy in a sentence or two; fit to be shown to the partner
 */
public record MappingFault(
        String code, String pointer, @Nullable Place place, String detail) {
    /** Of a payload. */
    public MappingFault(String code, String pointer, String detail) {
        this(code, pointer, null, detail);
    }

    MappingFault at(@Nullable Place place) {
        return new MappingFault(code, pointer, place, detail);
    }

    @Override
    public String toString() {
        return "%s%s %s: %s".formatted(pointer, place == null ? "" : " (" + place + ")", code, detail);
    }
}
