package io.gangway.mapping;

import java.util.List;

public final class CompiledMapping {
    CompiledMapping(MappingLimits limits) {}

    public MappingResult map(byte[] payload) {
        return new MappingResult.Mapped(List.of());
    }
}
