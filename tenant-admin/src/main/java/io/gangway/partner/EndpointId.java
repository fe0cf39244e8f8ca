package io.gangway.partner;

import io.gangway.kernel.PublicId;
import java.util.UUID;

/** Identifies an inbound endpoint. Public form: {@code end_} and 32 hexadecimal digits. */
public record EndpointId(UUID value) {
    @Override
    public String toString() {
        return PublicId.format("end", value);
    }
}
