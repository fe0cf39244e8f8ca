package io.gangway.registry;

import io.gangway.kernel.PublicId;
import java.util.UUID;

/** Identifies a version of a mapping. Public form: {@code map_} and 32 hexadecimal digits. */
public record MappingVersionId(UUID value) {
    @Override
    public String toString() {
        return PublicId.format("map", value);
    }
}
