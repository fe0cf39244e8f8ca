package io.gangway.shipment;

import io.gangway.kernel.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a shipment has changed, as told to open pages of its partner and its customer.
 *
 * @param customer null while nobody has claimed it
 */
public record ShipmentChange(
        ShipmentId shipment, TenantId partner, @Nullable TenantId customer) {
    /** PostgreSQL takes payloads below 8000 bytes; an entry has 110 characters. */
    private static final int ENTRIES_PER_PAYLOAD = 60;

    private static final String NOBODY = "-";

    static List<String> payloads(List<ShipmentChange> changes) {
        var payloads = new ArrayList<String>();
        for (int from = 0; from < changes.size(); from += ENTRIES_PER_PAYLOAD) {
            var entries = changes.subList(from, Math.min(changes.size(), from + ENTRIES_PER_PAYLOAD)).stream()
                    .map(change ->
                            change.shipment().value() + "," + change.partner().value() + ","
                                    + Optional.ofNullable(change.customer())
                                            .map(customer -> customer.value().toString())
                                            .orElse(NOBODY))
                    .toList();
            payloads.add(String.join(";", entries));
        }
        return payloads;
    }

    /** Reads a signal's payload. */
    public static List<ShipmentChange> read(String payload) {
        var changes = new ArrayList<ShipmentChange>();
        for (var entry : payload.split(";", -1)) {
            var parts = entry.split(",", -1);
            changes.add(new ShipmentChange(
                    new ShipmentId(UUID.fromString(parts[0])),
                    new TenantId(UUID.fromString(parts[1])),
                    parts[2].equals(NOBODY) ? null : new TenantId(UUID.fromString(parts[2]))));
        }
        return changes;
    }
}
