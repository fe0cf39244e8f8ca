package io.gangway.bench.mapping;

import java.util.Locale;

/** Who takes part. */
enum Entrant {
    /** Gangway's engine. */
    OURS,
    /** The reference of the language, with Jackson before and behind it. */
    JOLT,
    /** Another language for the same work. */
    JSLT,
    /** Jackson reading and writing the document as it is: little more than touching every byte. */
    COPY;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Entrant of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
