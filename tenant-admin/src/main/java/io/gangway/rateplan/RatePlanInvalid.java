package io.gangway.rateplan;

import java.util.Map;

/** A plan with faults, each under its field: {@code code}, {@code name}, {@code organization.burst} and so on. */
public class RatePlanInvalid extends RuntimeException {
    private final transient Map<String, String> faults;

    RatePlanInvalid(Map<String, String> faults) {
        super("The plan has %d fault(s): %s".formatted(faults.size(), faults));
        this.faults = Map.copyOf(faults);
    }

    public Map<String, String> faults() {
        return faults;
    }
}
