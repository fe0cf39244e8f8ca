package io.gangway.partner;

import java.util.List;

/** A verifier descriptor that can't be saved; tells all its faults at once. */
public class VerifierDescriptorInvalid extends IllegalArgumentException {
    private final List<String> faults;

    VerifierDescriptorInvalid(List<String> faults) {
        super(String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
