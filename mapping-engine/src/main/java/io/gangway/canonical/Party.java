package io.gangway.canonical;

import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PERSONAL;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or an organization that takes part.
 *
 * @param name the name on the label, at most 200 characters
 * @param address where it is
 * @param contact whom to ask there
 * @param identifiers numbers for tax, customs and registers; at most 20
 */
public record Party(
        @Classified(PERSONAL) @MaxLength(200) String name,
        @Classified(INTERNAL) Address address,
        @Classified(PERSONAL) @Nullable Contact contact,
        @Classified(INTERNAL) @MaxItems(20) List<PartyIdentifier> identifiers) {
    public Party {
        identifiers = List.copyOf(identifiers);
    }
}
