package io.gangway.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How well-known senders prove themselves, ready to use for an endpoint; as their documentation has it. */
@Service
public class KnownVerifiers {
    private static final String RESOURCE = "known-verifiers.json";

    private final Map<String, VerifierDescriptor> bySender;

    KnownVerifiers(JsonMapper json) {
        try (var resource = Objects.requireNonNull(getClass().getResourceAsStream(RESOURCE), RESOURCE)) {
            bySender = Map.copyOf(json.readValue(resource, new TypeReference<Map<String, VerifierDescriptor>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Throws {@link IllegalArgumentException} with the known names if {@code sender} is none of them. */
    public VerifierDescriptor of(String sender) {
        var verifier = bySender.get(sender);
        if (verifier == null) {
            throw new IllegalArgumentException(
                    "No verifier is known by the name '%s'. Known are %s.".formatted(sender, names()));
        }
        return verifier;
    }

    public Set<String> names() {
        return new TreeSet<>(bySender.keySet());
    }
}
