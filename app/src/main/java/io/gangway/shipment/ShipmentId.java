package io.gangway.shipment;

import io.gangway.kernel.PublicId;
import java.util.Optional;
import java.util.UUID;

/** Identifies a shipment. Public form: {@code shp_} and 32 hexadecimal digits. */
public record ShipmentId(UUID value) {
    private static final String PREFIX = "shp";

    /** Empty if {@code text} is not of the public form. */
    public static Optional<ShipmentId> read(String text) {
        return PublicId.read(PREFIX, text).map(ShipmentId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
