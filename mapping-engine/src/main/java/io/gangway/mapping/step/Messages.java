package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The message objects of a document: the document itself, or what its arrays hold, however nested, in order. */
public final class Messages {
    private int[] found = new int[16];
    private int count;

    private Messages() {}

    /** All entries, also those that are not objects; holes in arrays are none. */
    public static int[] of(Document document, int root) {
        var messages = new Messages();
        messages.collect(document, root, 0);
        return Arrays.copyOf(messages.found, messages.count);
    }

    private void collect(Document document, int node, int depth) {
        if (!document.isArray(node)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = node;
            return;
        }
        document.checkDepth(depth);
        document.checkCount(count);
        for (int i = 0; i < document.count(node); i++) {
            document.countVisit();
            if (document.isNull(document.itemAt(node, i))) {
                // A hole: a shift that writes by index leaves one for what had nothing to say.
                continue;
            }
            collect(document, document.itemAt(node, i), depth + 1);
        }
    }

    /** Null if the value, of plain maps and lists, is no object. */
    @SuppressWarnings("unchecked") // Documents are read from JSON, whose names are strings.
    public static @Nullable Map<String, @Nullable Object> asObject(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }
}
