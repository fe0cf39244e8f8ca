package io.gangway.mapping.plan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names and texts that a mapping itself mentions, numbered from 0, so that a run compares numbers instead of texts.
 * Immutable; a run numbers the names that only the payload has from {@link #size()} on.
 */
public final class Names {
    private final byte[] bytes;
    private final int[] offsets;
    private final int[] lengths;
    private final List<String> texts;

    private Names(byte[] bytes, int[] offsets, int[] lengths, List<String> texts) {
        this.bytes = bytes;
        this.offsets = offsets;
        this.lengths = lengths;
        this.texts = texts;
    }

    int size() {
        return texts.size();
    }

    /** The texts as JSON has them between its quotes, one after the other, each in quotes and followed by a colon. */
    byte[] bytes() {
        return bytes;
    }

    int offset(int name) {
        return offsets[name];
    }

    int length(int name) {
        return lengths[name];
    }

    String text(int name) {
        return texts.get(name);
    }

    /** Collects names while a mapping is compiled. Not thread-safe. */
    public static final class Builder {
        private static final int RULES = 20_000;

        private final Map<String, Integer> ids = new LinkedHashMap<>();
        private int rules;

        /** Counts a rule of the mapping, for the alternatives of a few keys can make millions of them. Throws {@link SpecInvalid}. */
        void countRule() {
            if (++rules > RULES) {
                throw new SpecInvalid(
                        "The mapping has more than %d rules, each alternative of a key with '|' and each of several targets being one. Write fewer."
                                .formatted(RULES));
            }
        }

        /** The number of a name; the same for the same name. */
        public int id(String name) {
            return ids.computeIfAbsent(name, unknown -> ids.size());
        }

        public Names build() {
            var texts = new ArrayList<>(ids.keySet());
            var offsets = new int[texts.size()];
            var lengths = new int[texts.size()];
            var bytes = new ByteArrayOutputStream();
            for (int i = 0; i < offsets.length; i++) {
                var escaped = JsonText.escaped(texts.get(i)).getBytes(StandardCharsets.UTF_8);
                bytes.write('"');
                offsets[i] = bytes.size();
                lengths[i] = escaped.length;
                bytes.writeBytes(escaped);
                bytes.write('"');
                bytes.write(':');
            }
            // So that the last name, too, can be read eight bytes at a time.
            bytes.writeBytes(new byte[Document.PADDING]);
            return new Names(bytes.toByteArray(), offsets, lengths, List.copyOf(texts));
        }
    }
}
