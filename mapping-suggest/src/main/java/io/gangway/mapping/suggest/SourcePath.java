package io.gangway.mapping.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A place in all samples at once: items of arrays, and members of objects keyed by an id, are one place. */
record SourcePath(List<Part> parts) {
    static final SourcePath ROOT = new SourcePath(List.of());

    private static final int SHOWN = 100;

    /** A step down. */
    sealed interface Part {
        /** To a member. */
        record Name(String name) implements Part {}

        /**
         * To each item.
         *
         * @param keyed whether they are members of an object whose names are ids
         */
        record Each(boolean keyed) implements Part {}

        /** To the name by which each of them stands in its object. */
        record Key() implements Part {}
    }

    SourcePath {
        parts = List.copyOf(parts);
    }

    SourcePath child(Part part) {
        var longer = new ArrayList<>(parts);
        longer.add(part);
        return new SourcePath(longer);
    }

    SourcePath child(String name) {
        return child(new Part.Name(name));
    }

    SourcePath each(boolean keyed) {
        return child(new Part.Each(keyed));
    }

    SourcePath parent() {
        return new SourcePath(parts.subList(0, parts.size() - 1));
    }

    int size() {
        return parts.size();
    }

    boolean startsWith(SourcePath other) {
        return size() >= other.size() && parts.subList(0, other.size()).equals(other.parts);
    }

    /** How many parts both begin with. */
    int shared(SourcePath other) {
        int shared = 0;
        while (shared < Math.min(size(), other.size()) && parts.get(shared).equals(other.parts.get(shared))) {
            shared++;
        }
        return shared;
    }

    boolean endsWithEach() {
        return !parts.isEmpty() && parts.getLast() instanceof Part.Each;
    }

    boolean endsWithKey() {
        return !parts.isEmpty() && parts.getLast() instanceof Part.Key;
    }

    /** Whether an item of an array or the like is passed behind the first {@code from} parts. */
    boolean repeatsFrom(int from) {
        return parts.subList(from, size()).stream().anyMatch(part -> part instanceof Part.Each);
    }

    /** Without the step to the items, if it is the last. */
    SourcePath whole() {
        return endsWithEach() ? parent() : this;
    }

    /** The names on the way, first to last. */
    List<String> names() {
        return parts.stream()
                .filter(Part.Name.class::isInstance)
                .map(part -> ((Part.Name) part).name())
                .toList();
    }

    /** JSON pointer with {@code *} for each item and {@code #} at the end for the name of a member. */
    String pointer() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Name name ->
                        "/"
                                + Quoted.plain(name.name(), SHOWN)
                                        .replace("~", "~0")
                                        .replace("/", "~1")
                                        .replace("*", "~2");
                    case Part.Each each -> "/*";
                    case Part.Key key -> "#";
                })
                .collect(Collectors.joining());
    }
}
