package io.gangway.mapping.suggest;

import io.gangway.mapping.suggest.Source.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the samples have, all taken together. Of many samples, items or members evenly spread ones are looked at, so that
 * the answer stays the same and the work bounded.
 */
final class Samples {
    private static final int INSTANCES = 200;
    private static final int MEMBERS = 500;
    private static final int SOURCES = 1000;
    private static final int TEXT = 1000;

    private final Words words;
    private final List<Source> sources = new ArrayList<>();
    private final Set<SourcePath> repeated = new LinkedHashSet<>();
    private int items;

    private Samples(Words words) {
        this.words = words;
    }

    static Samples of(List<? extends @Nullable Object> documents, Words words) {
        var samples = new Samples(words);
        var instances = new ArrayList<Instance>();
        spread(documents, INSTANCES).forEach(document -> instances.add(new Instance(samples.items++, document)));
        samples.read(SourcePath.ROOT, instances);
        samples.sources.addAll(ClockPairs.of(samples.sources));
        return samples;
    }

    /** In the order in which the samples have them. */
    List<Source> sources() {
        return sources;
    }

    /** Paths that end with each item, where the items are objects. */
    Set<SourcePath> repeated() {
        return repeated;
    }

    private record Instance(int item, @Nullable Object value) {}

    private void read(SourcePath path, List<Instance> instances) {
        if (sources.size() >= SOURCES) {
            return;
        }
        readScalars(path, instances);
        var objects = instances.stream()
                .filter(instance -> instance.value() instanceof Map<?, ?>)
                .toList();
        if (KeyedObjects.areKeyed(objects.stream().map(Instance::value).toList())) {
            readKeyed(path, objects);
        } else {
            members(objects).forEach((name, values) -> read(path.child(name), values));
        }
        var inArrays = new ArrayList<Instance>();
        var arrays = instances.stream()
                .filter(instance -> instance.value() instanceof List<?>)
                .toList();
        for (var array : arrays) {
            var list = (List<?>) array.value();
            spread(list == null ? List.of() : list, INSTANCES)
                    .forEach(item -> inArrays.add(
                            item instanceof Map<?, ?>
                                    ? new Instance(items++, item)
                                    : new Instance(array.item(), item)));
        }
        if (!inArrays.isEmpty()) {
            readEach(path.each(false), inArrays);
        }
    }

    private void readScalars(SourcePath path, List<Instance> instances) {
        var seen = new ArrayList<Observation>();
        boolean scalar = false;
        for (var instance : instances) {
            if (!(instance.value() instanceof Map<?, ?>) && !(instance.value() instanceof List<?>)) {
                scalar = true;
                var text = text(instance.value());
                if (!text.isEmpty()) {
                    seen.add(new Observation(instance.item(), text, instance.value() instanceof Number));
                }
            }
        }
        if (scalar) {
            sources.add(Source.of(path, seen, instances.size(), words));
        }
    }

    private static String text(@Nullable Object value) {
        var text = value == null ? "" : value.toString().strip();
        return text.length() <= TEXT ? text : text.substring(0, TEXT);
    }

    private void readKeyed(SourcePath path, List<Instance> objects) {
        var entries = new ArrayList<Instance>();
        var keys = new ArrayList<Observation>();
        for (var object : objects) {
            for (var entry : spread(List.copyOf(asMap(object.value()).entrySet()), INSTANCES)) {
                keys.add(new Observation(items, entry.getKey(), false));
                entries.add(new Instance(items++, entry.getValue()));
            }
        }
        var each = path.each(true);
        sources.add(Source.of(each.child(new SourcePath.Part.Key()), spread(keys, INSTANCES), keys.size(), words));
        readEach(each, entries);
    }

    private void readEach(SourcePath path, List<Instance> entries) {
        if (entries.stream().anyMatch(entry -> entry.value() instanceof Map<?, ?>)) {
            repeated.add(path);
        }
        read(path, spread(entries, INSTANCES));
    }

    private static Map<String, List<Instance>> members(List<Instance> objects) {
        var members = new LinkedHashMap<String, List<Instance>>();
        for (var object : objects) {
            asMap(object.value()).forEach((name, value) -> {
                if (members.containsKey(name) || members.size() < MEMBERS) {
                    members.computeIfAbsent(name, key -> new ArrayList<>()).add(new Instance(object.item(), value));
                }
            });
        }
        return members;
    }

    @SuppressWarnings("unchecked") // Documents are read from JSON, whose names are strings.
    private static Map<String, @Nullable Object> asMap(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** At most so many, evenly spread, the first one among them. */
    static <T extends @Nullable Object> List<T> spread(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        var some = new ArrayList<T>();
        IntStream.range(0, most).forEach(i -> some.add(all.get((int) ((long) i * all.size() / most))));
        return some;
    }
}
