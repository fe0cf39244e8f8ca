package io.gangway.shipment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shipment to write.
 *
 * @param before as it is kept so far; null if it is new
 */
record WrittenShipment(@Nullable Shipment before, Shipment after) {
    Set<String> newReferences() {
        return without(after.references(), before == null ? Set.of() : before.references());
    }

    Set<String> formerReferences() {
        return before == null ? Set.of() : without(before.references(), after.references());
    }

    /** New ones and changed ones. */
    List<ShipmentState.PackageState> newPackages() {
        var known = before == null ? Set.of() : Set.copyOf(before.state().packages());
        return after.state().packages().stream()
                .filter(state -> !known.contains(state))
                .toList();
    }

    /** Numbers of packages that are no longer part of it. */
    Set<String> formerPackages() {
        return before == null ? Set.of() : without(numbers(before), numbers(after));
    }

    private static Set<String> numbers(Shipment shipment) {
        var numbers = new HashSet<String>();
        shipment.state().packages().forEach(state -> numbers.add(state.number()));
        return numbers;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
