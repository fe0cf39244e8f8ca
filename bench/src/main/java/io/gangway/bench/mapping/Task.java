package io.gangway.bench.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What is to be done. The engine's spec and Jolt's is the same text. */
enum Task {
    /** What all languages can say of AfterShip's mapping: each checkpoint becomes an event, with what the parcel has beside it. */
    EVENTS("a shift to one object for each event"),
    /** Several operations after another, functions among them. */
    CHAIN("shift, default, modify-overwrite-beta, cardinality");

    private final String description;

    Task(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    List<Payload> payloads() {
        return switch (this) {
            case EVENTS -> List.of(Payload.SMALL, Payload.MEDIUM, Payload.LARGE);
            case CHAIN -> List.of(Payload.SMALL, Payload.MEDIUM);
        };
    }

    List<Entrant> entrants() {
        return switch (this) {
            case EVENTS -> List.of(Entrant.OURS, Entrant.JOLT, Entrant.JSLT, Entrant.COPY);
            case CHAIN -> List.of(Entrant.OURS, Entrant.JOLT);
        };
    }

    Contender contender(Entrant entrant) {
        return switch (entrant) {
            case OURS -> new Ours(chain());
            case JOLT -> new JoltCore(chain());
            case JSLT -> new Jslt(text("events.jslt"));
            case COPY -> new StreamCopy();
        };
    }

    /**
     * Throws {@link IllegalStateException} unless all give the same as Jolt, and ours in Jolt's order of members, too: who
     * does something else is not worth measuring.
     */
    void requireAgreement(Payload payload) {
        var jolt = contender(Entrant.JOLT);
        for (var entrant : entrants()) {
            var contender = contender(entrant);
            var agreement = entrant == Entrant.JSLT ? Agreement.ofValues() : Agreement.ofValuesAndOrder();
            for (var json : payload.documents()) {
                var expected = entrant == Entrant.COPY ? json : jolt.transform(json);
                agreement.difference(expected, contender.transform(json)).ifPresent(difference -> {
                    throw new IllegalStateException("With document %s, '%s' gives something else at %s."
                            .formatted(payload.label(), entrant.label(), difference));
                });
            }
        }
    }

    /** Before the names of its figures. */
    String prefix() {
        return this == EVENTS ? "mapping" : "mapping." + name().toLowerCase(Locale.ROOT);
    }

    private String chain() {
        return text(name().toLowerCase(Locale.ROOT) + ".json");
    }

    private static String text(String resource) {
        try (var stream = Objects.requireNonNull(Task.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
