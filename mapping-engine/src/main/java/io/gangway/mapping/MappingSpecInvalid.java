package io.gangway.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping can't be compiled. The message lists all faults, each with its place. */
public class MappingSpecInvalid extends RuntimeException {
    private final transient List<MappingFault> faults;
    private final transient List<MappingFault> warnings;

    MappingSpecInvalid(List<MappingFault> faults, List<MappingFault> warnings) {
        super(faults.stream().map(MappingFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
        this.warnings = List.copyOf(warnings);
    }

    public List<MappingFault> faults() {
        return faults;
    }

    /** What would not have kept the mapping from being compiled, but may be why it has faults. */
    public List<MappingFault> warnings() {
        return warnings;
    }
}
