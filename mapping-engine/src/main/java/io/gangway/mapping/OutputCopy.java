package io.gangway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a step made, within limits. A step may refer to the same part many times, to the mapping's own constants
 * or to the document itself; after the copy it is a tree of its own that the next step may change.
 */
final class OutputCopy {
    private final MappingLimits limits;
    private int nodes;

    OutputCopy(MappingLimits limits) {
        this.limits = limits;
    }

    /** Throws {@link TooLarge} past the limits. */
    @Nullable
    Object of(@Nullable Object value) {
        return copy(value, 0);
    }

    private @Nullable Object copy(@Nullable Object value, int depth) {
        if (++nodes > limits.nodes()) {
            throw new TooLarge("more than %d values".formatted(limits.nodes()));
        }
        if (depth > limits.depth()) {
            throw new TooLarge("more than %d levels".formatted(limits.depth()));
        }
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(map.size());
                map.forEach((key, entry) -> copy.put(text(String.valueOf(key)), copy(entry, depth + 1)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>(Math.min(list.size(), limits.nodes()));
                for (var item : list) {
                    copy.add(copy(item, depth + 1));
                }
                yield copy;
            }
            case String text -> text(text);
            case null, default -> value;
        };
    }

    private String text(String text) {
        if (text.length() > limits.stringLength()) {
            throw new TooLarge("a text of more than %d characters".formatted(limits.stringLength()));
        }
        return text;
    }

    static final class TooLarge extends RuntimeException {
        private TooLarge(String what) {
            super(what, null, false, false);
        }
    }
}
