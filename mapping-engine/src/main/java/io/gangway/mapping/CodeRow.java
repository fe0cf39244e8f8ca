package io.gangway.mapping;

import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tuple of a sender's codes means.
 *
 * @param key the codes, exactly as the sender writes them; {@code *} stands for any, also for none
 */
public record CodeRow(
        List<String> key,
        ShipmentStatus status,
        @Nullable Reason reason,
        @Nullable ResponsibleParty responsible) {

    /** Matches any code. */
    public static final String ANY = "*";

    public CodeRow {
        key = List.copyOf(key);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A row of a code list needs at least one code in its key.");
        }
    }
}
