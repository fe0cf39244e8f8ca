package io.gangway.visibility;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.Environment;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which shipments are wanted.
 *
 * @param statuses any of these; all if empty
 * @param text part of a tracking number or of an order reference, in any case; all if blank
 * @param updatedSince changed at or after; null for all
 */
public record ShipmentFilter(
        Environment environment,
        Set<ShipmentStatus> statuses,
        String text,
        @Nullable Instant updatedSince) {
    public ShipmentFilter {
        statuses = Set.copyOf(statuses);
        text = text.strip();
    }

    public static ShipmentFilter all(Environment environment) {
        return new ShipmentFilter(environment, Set.of(), "", null);
    }
}
