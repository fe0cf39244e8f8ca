package io.gangway.mapping.jolt;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much a shift can make of a document. Jolt fills arrays up to the index it is given, and the index may come from
 * a key or a position in the payload; keys may be repeated in names as often as the spec says.
 *
 * @param indexDepths for each array path of the spec, how many of its indexes come from the payload
 * @param references how often the spec uses a key of the payload
 */
record ShiftGrowth(List<Integer> indexDepths, int references) {
    private static final long ELEMENTS = 16_000_000;
    private static final long KEY_CHARACTERS = 64_000_000;
    private static final Pattern DYNAMIC_INDEX = Pattern.compile("\\[&");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int LONGEST_INDEX = 9;

    static ShiftGrowth of(Object spec) {
        var paths = new HashSet<String>();
        var references = collect(spec, paths);
        return new ShiftGrowth(paths.stream().map(ShiftGrowth::dynamicIndexes).toList(), references);
    }

    void check(Object document) {
        var size = new Size();
        size.add(document);
        if (references * size.keyCharacters > KEY_CHARACTERS) {
            throw new JoltFailed("The shift repeats the payload's names too often. Use fewer '&' in its paths.");
        }
        double elements = 0;
        for (var depth : indexDepths) {
            elements += Math.pow(size.longest, depth);
        }
        if (elements > ELEMENTS) {
            throw new JoltFailed(
                    "The shift could make arrays of more than %d elements: the payload has an array of that many elements, or a number in a name, that an index '[&n]' could take up. Use '[]' where order does not matter."
                            .formatted(ELEMENTS));
        }
    }

    private static int dynamicIndexes(String path) {
        return (int) DYNAMIC_INDEX.matcher(path).results().count();
    }

    private static int collect(@Nullable Object spec, Set<String> paths) {
        return switch (spec) {
            case Map<?, ?> map -> {
                int references = 0;
                for (var value : map.values()) {
                    references += collect(value, paths);
                }
                yield references;
            }
            case List<?> list -> {
                int references = 0;
                for (var value : list) {
                    references += collect(value, paths);
                }
                yield references;
            }
            case String path -> {
                if (path.contains("[&")) {
                    paths.add(path.substring(0, path.lastIndexOf(']') + 1));
                }
                yield (int) path.chars().filter(character -> character == '&').count();
            }
            case null, default -> 0;
        };
    }

    private static final class Size {
        private long keyCharacters;
        private long longest;

        private void add(@Nullable Object value) {
            switch (value) {
                case Map<?, ?> map ->
                    map.forEach((key, entry) -> {
                        addKey(String.valueOf(key));
                        add(entry);
                    });
                case List<?> list -> {
                    longest = Math.max(longest, list.size());
                    list.forEach(this::add);
                }
                case null, default -> {}
            }
        }

        private void addKey(String key) {
            keyCharacters += key.length();
            var digits = DIGITS.matcher(key);
            while (digits.find()) {
                var text = digits.group();
                longest = Math.max(longest, text.length() > LONGEST_INDEX ? ELEMENTS + 1 : Long.parseLong(text));
            }
        }
    }
}
