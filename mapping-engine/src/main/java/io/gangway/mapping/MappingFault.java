package io.gangway.mapping;

/**
 * What is wrong with a mapping or a payload.
 *
 * @param code stable, in kebab case; all are listed in {@code docs/mapping.md}
 * @param pointer JSON pointer as a URI fragment: into the mapping for a fault of a mapping; for a payload into what was
 *     read, or, once the steps have run, into the array of messages
 * @param detail culprit, place and remedy in a sentence or two; fit to be shown to the partner
 */
public record MappingFault(String code, String pointer, String detail) {}
