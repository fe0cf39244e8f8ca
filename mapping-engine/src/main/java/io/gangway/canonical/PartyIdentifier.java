package io.gangway.canonical;

import static io.gangway.canonical.Classification.INTERNAL;

/**
 * A number by which an authority or a register knows a party.
 *
 * @param type who issued the number
 * @param value the number, at most 100 characters
 */
public record PartyIdentifier(
        @Classified(INTERNAL) PartyIdentifierType type,
        @Classified(INTERNAL) @MaxLength(100) String value) {}
