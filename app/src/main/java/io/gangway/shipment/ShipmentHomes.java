package io.gangway.shipment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which shipment each life of a number is. A shipment stays with the life of its earliest recorded statement, so that its id
 * keeps its meaning when late messages part a number's life in two. When they join two lives, the older shipment goes on and
 * the other's id leads to it.
 *
 * @param ids the shipment of each life, in the order of the lives
 * @param merged shipments that are gone, and the ones that they live on in
 * @param gone shipments that are gone, merged or with nothing left
 */
record ShipmentHomes(List<UUID> ids, Map<UUID, UUID> merged, Set<UUID> gone) {

    static ShipmentHomes of(
            Collection<Shipment> shipments,
            Collection<StatedEvent> stated,
            Map<UUID, Integer> lifeOf,
            int lives,
            Supplier<UUID> newIds) {
        var homes = new ArrayList<@Nullable UUID>(Collections.nCopies(lives, null));
        var merged = new LinkedHashMap<UUID, UUID>();
        var gone = new HashSet<UUID>();
        for (var shipment : shipments.stream().map(Shipment::id).sorted().toList()) {
            var life = stated.stream()
                    .filter(event -> shipment.equals(event.shipment()) && lifeOf.containsKey(event.id()))
                    .min(Comparator.comparing(StatedEvent::id))
                    .map(event -> lifeOf.get(event.id()));
            if (life.isEmpty()) {
                gone.add(shipment);
                continue;
            }
            var older = homes.get(life.get());
            if (older == null) {
                homes.set(life.get(), shipment);
            } else {
                merged.put(shipment, older);
                gone.add(shipment);
            }
        }
        var ids = homes.stream().map(home -> home == null ? newIds.get() : home).toList();
        return new ShipmentHomes(ids, Map.copyOf(merged), Set.copyOf(gone));
    }

    UUID of(int life) {
        return ids.get(life);
    }

    /** Where the statements of a shipment go that no message makes any more. */
    @Nullable
    UUID heir(@Nullable UUID shipment) {
        if (shipment == null || !gone.contains(shipment)) {
            return shipment;
        }
        var heir = merged.get(shipment);
        if (heir != null) {
            return heir;
        }
        return ids.isEmpty() ? shipment : ids.getFirst();
    }
}
