package io.gangway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A payload of each known sender, in the shape it documents. */
public final class Samples {
    private Samples() {}

    public static String of(String sender) {
        var name = "/io/gangway/local/feed/" + sender + ".json";
        try (var file = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
