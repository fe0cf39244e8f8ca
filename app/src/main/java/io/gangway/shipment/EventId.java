package io.gangway.shipment;

import io.gangway.kernel.PublicId;
import java.util.UUID;

/** Identifies an event. Public form: {@code evt_} and 32 hexadecimal digits. */
public record EventId(UUID value) {
    @Override
    public String toString() {
        return PublicId.format("evt", value);
    }
}
