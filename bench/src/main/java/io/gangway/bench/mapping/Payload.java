package io.gangway.bench.mapping;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The sizes that are measured. Of the small one there are many with other values, taken in turn: a processor soon knows
 * the branches of one small document by heart, and no sender sends the same one twice.
 */
enum Payload {
    SMALL("2k5", 5, 100),
    MEDIUM("250k", 500, 1),
    LARGE("10m", 20_000, 1);

    private final String label;
    private final int events;
    private final int variants;

    Payload(String label, int events, int variants) {
        this.label = label;
        this.events = events;
        this.variants = variants;
    }

    static Payload of(String label) {
        return Stream.of(values())
                .filter(payload -> payload.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no payload '%s'.".formatted(label)));
    }

    String label() {
        return label;
    }

    int events() {
        return events;
    }

    /** The same bytes in every process. */
    List<byte[]> documents() {
        return LongStream.rangeClosed(1, variants)
                .mapToObj(seed -> new TrackerWebhook(seed).write(events))
                .toList();
    }
}
