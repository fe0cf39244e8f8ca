package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One key of a {@link Path}: a name or an index, once it is known what the walk has matched. */
sealed interface PathKey {
    /** A name, or an index; below 0 if there is none. */
    int evaluate(Run run);

    static PathKey of(SpecKey key, boolean member, Names.Builder names) {
        return switch (key) {
            case SpecKey.Literal literal ->
                member
                        ? new Fixed(names.id(literal.name()))
                        : literal.name().equals("[]") ? new Fixed(0) : new NoIndex(literal.name());
            case SpecKey.Append append -> new Fixed(0);
            case SpecKey.Position position -> new Fixed(position.position());
            case SpecKey.MatchedPosition matched -> new MatchedIndex(matched.reference());
            case SpecKey.Matches matches -> new MatchCount(matches.level());
            case SpecKey.LookedUpPosition lookedUp -> new LookedUpIndex(Lookup.of(lookedUp.lookup(), names));
            case SpecKey.Composed composed ->
                member ? Name.of(composed.parts(), names) : new NoIndex(composed.canonical());
            case SpecKey.MatchedName matched -> new MatchedName(matched.reference());
            case SpecKey.Lookup lookup -> new LookedUpName(Lookup.of(lookup, names));
            case SpecKey.Itself itself -> throw new IllegalStateException(itself.canonical());
            case SpecKey.Wildcard wildcard -> throw new IllegalStateException(wildcard.canonical());
            case SpecKey.Constant constant -> throw new IllegalStateException(constant.canonical());
        };
    }

    /** The name that a key of the walk is. */
    static int nameOf(Run run, int levelsUp, SpecKey.Reference reference) {
        if (reference.group() > 0) {
            return run.document().internName(run.walk.group(levelsUp, reference.group()));
        }
        int key = run.walk.key(levelsUp);
        return Walk.isIndex(key) ? run.document().internName(Integer.toString(Walk.index(key))) : key;
    }

    /** The text that a key of the walk is. */
    static String textOf(Run run, SpecKey.Reference reference) {
        if (reference.group() > 0) {
            return run.walk.group(reference.level(), reference.group());
        }
        int key = run.walk.key(reference.level());
        return Walk.isIndex(key)
                ? Integer.toString(Walk.index(key))
                : run.document().nameText(key);
    }

    /** A name or index that the spec states. */
    record Fixed(int key) implements PathKey {
        @Override
        public int evaluate(Run run) {
            return key;
        }
    }

    /** Brackets around no number, which a spec can have by escapes alone. */
    record NoIndex(String text) implements PathKey {
        /** An index that no array has. */
        static final int INDEX = -2;

        @Override
        public int evaluate(Run run) {
            return INDEX;
        }
    }

    /** {@code &} alone. */
    record MatchedName(SpecKey.Reference reference) implements PathKey {
        @Override
        public int evaluate(Run run) {
            return nameOf(run, reference.level(), reference);
        }
    }

    /** A name of several parts. */
    record Name(List<SpecKey.Composed.Part> parts) implements PathKey {
        static PathKey of(List<SpecKey.Composed.Part> parts, Names.Builder names) {
            if (parts.size() == 1) {
                var reference = parts.getFirst().reference();
                var text = parts.getFirst().text();
                return reference == null ? new Fixed(names.id(String.valueOf(text))) : new MatchedName(reference);
            }
            return new Name(parts);
        }

        @Override
        public int evaluate(Run run) {
            return run.document().internName(text(run, parts));
        }

        static String text(Run run, List<SpecKey.Composed.Part> parts) {
            var text = new StringBuilder();
            run.steps(parts.size());
            for (var part : parts) {
                var reference = part.reference();
                text.append(reference == null ? part.text() : textOf(run, reference));
                run.document().checkTextLength(text.length());
            }
            run.steps(text.length() / 64);
            return text.toString();
        }
    }

    /** {@code [&1]} */
    record MatchedIndex(SpecKey.Reference reference) implements PathKey {
        @Override
        public int evaluate(Run run) {
            if (reference.group() == 0) {
                int key = run.walk.key(reference.level());
                if (Walk.isIndex(key)) {
                    return Walk.index(key);
                }
            }
            return SpecPath.nonNegative(textOf(run, reference));
        }
    }

    /** {@code [#2]} */
    record MatchCount(int level) implements PathKey {
        @Override
        public int evaluate(Run run) {
            return run.walk.matchesBelow(level);
        }
    }

    /** {@code [@(1,name)]} */
    record LookedUpIndex(Lookup lookup) implements PathKey {
        @Override
        public int evaluate(Run run) {
            var text = lookup.text(run);
            return text == null ? -1 : SpecPath.nonNegative(text);
        }
    }

    /** {@code @(1,name)} */
    record LookedUpName(Lookup lookup) implements PathKey {
        @Override
        public int evaluate(Run run) {
            int node = lookup.read(run);
            if (node != Document.ABSENT && run.document().isText(node)) {
                return run.document().textAsName(node);
            }
            var text = lookup.text(run);
            return text == null ? -1 : run.document().internName(text);
        }
    }

    /** A value found from further up. */
    record Lookup(int level, @Nullable Path path) {
        static Lookup of(SpecKey.Lookup lookup, Names.Builder names) {
            var keys = lookup.path();
            return new Lookup(lookup.level(), keys == null ? null : Path.of(keys, names));
        }

        int read(Run run) {
            int from = run.walk.value(level);
            return path == null ? from : path.read(run, from);
        }

        /** Of a text, number or boolean; null for anything else. */
        @Nullable
        String text(Run run) {
            var document = run.document();
            int node = read(run);
            return switch (document.kind(node)) {
                case Document.KIND_TEXT -> document.text(node);
                case Document.KIND_NUMBER ->
                    Integer.toString(JavaValues.number(document, node).intValue());
                case Document.KIND_TRUE -> "true";
                case Document.KIND_FALSE -> "false";
                default -> null;
            };
        }
    }
}
