package io.gangway.bench.mapping;

import io.gangway.mapping.CodeLists;
import io.gangway.mapping.CompiledMapping;
import io.gangway.mapping.MappingCompiler;
import io.gangway.mapping.MappingLimits;
import java.io.IOException;
import java.io.OutputStream;

/** Gangway's engine. */
final class Ours implements Contender {
    /** The defaults stop well before the largest document; what is counted costs the same at any limit. */
    private static final MappingLimits LIMITS = new MappingLimits(
            16 << 20, 64 << 10, 50, 64, 2_000_000, 100_000, 64 << 20, 64 << 20, 200_000_000, 10_000_000, 1000, 20);

    private final CompiledMapping mapping;

    Ours(String chain) {
        this.mapping = new MappingCompiler(LIMITS).compile(chain, CodeLists.none());
    }

    @Override
    public void transform(byte[] json, OutputStream result) throws IOException {
        var rejected = mapping.transformTo(result, json);
        if (rejected.isPresent()) {
            throw new IllegalStateException(rejected.get().faults().toString());
        }
    }
}
