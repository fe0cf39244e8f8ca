package io.gangway.canonical;

import static io.gangway.canonical.Classification.INTERNAL;

/**
 * A number that somebody other than the carrier knows the matter by.
 *
 * @param type what the number counts
 * @param value the number, at most 200 characters
 */
public record Reference(
        @Classified(INTERNAL) ReferenceType type,
        @Classified(INTERNAL) @MaxLength(200) String value) {}
