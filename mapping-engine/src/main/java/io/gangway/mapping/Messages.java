package io.gangway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The message objects of a document: the document itself, or what its arrays hold, however nested, in order. */
final class Messages {
    private Messages() {}

    /** All entries, also those that are no objects. */
    static List<@Nullable Object> of(@Nullable Object document) {
        var messages = new ArrayList<@Nullable Object>();
        collect(document, messages);
        return messages;
    }

    private static void collect(@Nullable Object document, List<@Nullable Object> messages) {
        if (document instanceof List<?> list) {
            list.forEach(item -> collect(item, messages));
        } else {
            messages.add(document);
        }
    }

    @SuppressWarnings("unchecked") // Documents are built by DocumentReader and OutputCopy, whose names are strings.
    static @Nullable Map<String, @Nullable Object> asObject(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }
}
