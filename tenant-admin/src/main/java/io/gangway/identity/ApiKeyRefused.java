package io.gangway.identity;

import java.util.Map;

/** A key that can't be issued so: each fault by the field of {@link NewApiKey} that has it. */
public class ApiKeyRefused extends RuntimeException {
    private final transient Map<String, String> faults;

    ApiKeyRefused(Map<String, String> faults) {
        super("The API key has %d fault(s): %s".formatted(faults.size(), faults));
        this.faults = Map.copyOf(faults);
    }

    public Map<String, String> faults() {
        return faults;
    }
}
