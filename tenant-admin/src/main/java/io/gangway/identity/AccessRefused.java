package io.gangway.identity;

import java.util.Map;

/** A change of keys or members that can't be made so: each fault by the field that has it. */
public class AccessRefused extends RuntimeException {
    private final transient Map<String, String> faults;

    AccessRefused(Map<String, String> faults) {
        super("The change has %d fault(s): %s".formatted(faults.size(), faults));
        this.faults = Map.copyOf(faults);
    }

    public Map<String, String> faults() {
        return faults;
    }
}
