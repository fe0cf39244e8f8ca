package io.gangway.canonical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON Schemas of the canonical messages, draft 2020-12. */
public final class CanonicalSchemas {
    private CanonicalSchemas() {}

    /** The schema's text. Its {@code x-classification} and {@code x-unit} say what the schema itself can't. */
    public static String of(CanonicalType type) {
        var name = "schema/%s-%d.schema.json".formatted(type.name(), type.version());
        try (var schema = CanonicalSchemas.class.getResourceAsStream(name)) {
            if (schema == null) {
                throw new IllegalStateException("Resource %s is not on the class path.".formatted(name));
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
