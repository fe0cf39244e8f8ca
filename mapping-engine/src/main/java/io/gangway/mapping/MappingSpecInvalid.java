package io.gangway.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping can't be compiled. The message lists all faults. */
public class MappingSpecInvalid extends RuntimeException {
    private final transient List<MappingFault> faults;

    MappingSpecInvalid(List<MappingFault> faults) {
        super(faults.stream()
                .map(fault -> fault.pointer() + " " + fault.code() + ": " + fault.detail())
                .collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<MappingFault> faults() {
        return faults;
    }
}
