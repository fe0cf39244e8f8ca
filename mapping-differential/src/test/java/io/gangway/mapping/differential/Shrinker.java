package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Removes from a pair what it can do without and still differ. */
final class Shrinker {
    private static final int ATTEMPTS = 20_000;

    private final Comparison comparison;

    Shrinker(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Throws IllegalArgumentException if the engines do not differ with {@code pair}. */
    Verdict.Different shrink(Pair pair) {
        var smallest = differing(pair)
                .orElseThrow(() -> new IllegalArgumentException("The engines do not differ with this pair."));
        var attempts = 0;
        for (var found = Optional.of(smallest); found.isPresent() && attempts < ATTEMPTS; ) {
            smallest = found.get();
            found = Optional.empty();
            for (var candidate : (Iterable<Pair>) smaller(smallest.pair())::iterator) {
                attempts++;
                found = differing(candidate);
                if (found.isPresent() || attempts >= ATTEMPTS) {
                    break;
                }
            }
        }
        return smallest;
    }

    private Optional<Verdict.Different> differing(Pair pair) {
        return comparison.of(pair) instanceof Verdict.Different different ? Optional.of(different) : Optional.empty();
    }

    private static Stream<Pair> smaller(Pair pair) {
        Object chain;
        Object input;
        try {
            chain = Json.read(pair.chain());
            input = Json.read(pair.input());
        } catch (RuntimeException notJson) {
            return Stream.empty();
        }
        return Stream.concat(
                smaller(chain).map(less -> new Pair(Json.write(less), pair.input())),
                smaller(input).map(less -> new Pair(pair.chain(), Json.write(less))));
    }

    /** Documents with one part less, those with the largest parts less first. */
    private static Stream<Object> smaller(Object document) {
        return switch (document) {
            case Map<?, ?> map -> smallerMaps(map);
            case List<?> list -> smallerLists(list);
            case String text -> smallerTexts(text);
            case Number number -> number.equals(0) ? Stream.empty() : Stream.of(0);
            case null, default -> Stream.empty();
        };
    }

    private static Stream<Object> smallerMaps(Map<?, ?> map) {
        var without = map.keySet().stream().map(key -> {
            var less = new LinkedHashMap<Object, Object>(map);
            less.remove(key);
            return (Object) less;
        });
        var children = map.keySet().stream()
                .flatMap(key -> smaller(map.get(key)).map(child -> {
                    var less = new LinkedHashMap<Object, Object>(map);
                    less.put(key, child);
                    return (Object) less;
                }));
        return Stream.concat(Stream.concat(without, instead(map.values())), children);
    }

    private static Stream<Object> smallerLists(List<?> list) {
        var indexes = Stream.iterate(0, index -> index < list.size(), index -> index + 1);
        var without = indexes.map(index -> {
            var less = new ArrayList<Object>(list);
            less.remove((int) index);
            return (Object) less;
        });
        var children = Stream.iterate(0, index -> index < list.size(), index -> index + 1)
                .flatMap(index -> smaller(list.get(index)).map(child -> {
                    var less = new ArrayList<Object>(list);
                    less.set(index, child);
                    return (Object) less;
                }));
        return Stream.concat(Stream.concat(without, instead(list)), children);
    }

    /** A zero, or one of the parts, in place of the whole. */
    private static Stream<Object> instead(Iterable<?> parts) {
        var smaller = new ArrayList<Object>();
        smaller.add(0);
        parts.forEach(part -> {
            if (part instanceof Map || part instanceof List) {
                smaller.add(part);
            }
        });
        return smaller.stream();
    }

    private static Stream<Object> smallerTexts(String text) {
        return text.length() < 2
                ? Stream.empty()
                : Stream.of(
                        text.substring(0, text.length() / 2), text.substring(1), text.substring(0, text.length() - 1));
    }
}
