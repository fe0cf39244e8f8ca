package io.gangway.bench.mapping;

import io.gangway.mapping.CompiledMapping;
import io.gangway.mapping.KnownSenders;
import io.gangway.mapping.MappingCompiler;
import io.gangway.mapping.MappingLimits;
import io.gangway.mapping.MappingResult;
import java.util.List;

/** What the product runs: the shipped mapping, all of its steps, to canonical records. */
final class OurRecords implements Binding {
    private final CompiledMapping mapping;

    OurRecords(String sender) {
        var known = KnownSenders.find(sender).orElseThrow();
        this.mapping = new MappingCompiler(MappingLimits.defaults()).compile(known.mapping(), known.toCodeLists());
    }

    @Override
    public List<?> bind(byte[] json) {
        return switch (mapping.map(json)) {
            case MappingResult.Mapped mapped when mapped.faults().isEmpty() -> mapped.messages();
            case MappingResult other -> throw new IllegalStateException(other.toString());
        };
    }
}
