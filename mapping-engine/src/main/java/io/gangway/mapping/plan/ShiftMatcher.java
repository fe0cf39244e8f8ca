package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the left side of a rule matches a key of the payload. */
sealed interface ShiftMatcher {
    /** Goes down to the value if the key matches. */
    boolean enter(Run run, int key, int value);

    static ShiftMatcher of(SpecKey key, Names.Builder names) {
        return switch (key) {
            case SpecKey.Literal literal -> new Known(names.id(literal.name()));
            case SpecKey.Wildcard wildcard ->
                wildcard.pattern() instanceof NamePattern.Any ? new Any() : new Pattern(wildcard.pattern());
            case SpecKey.Composed composed -> new Composed(composed.parts());
            case SpecKey.MatchedName matched -> new Matched(matched.reference());
            case SpecKey.Constant constant -> new Known(names.id(constant.text()));
            case SpecKey.Itself itself -> new Alike();
            case SpecKey.Lookup lookup -> new Alike();
            case SpecKey.Index index -> new Never(PathKey.of(index, false, names), index instanceof SpecKey.Append);
        };
    }

    /** A name or constant: whoever asks has found it by that name. */
    record Known(int name) implements ShiftMatcher {
        @Override
        public boolean enter(Run run, int key, int value) {
            run.walk.down(value, name, null, Walk.NO_SIZE);
            return true;
        }
    }

    record Any() implements ShiftMatcher {
        @Override
        public boolean enter(Run run, int key, int value) {
            run.walk.down(value, key, null, Walk.NO_SIZE);
            return true;
        }
    }

    record Pattern(NamePattern pattern) implements ShiftMatcher {
        @Override
        public boolean enter(Run run, int key, int value) {
            @Nullable List<String> groups = pattern.match(text(run, key), run.patterns());
            if (groups == null) {
                return false;
            }
            run.walk.down(value, key, groups, Walk.NO_SIZE);
            return true;
        }
    }

    /** The same name as one further up, perhaps with something around it. */
    record Composed(List<SpecKey.Composed.Part> parts) implements ShiftMatcher {
        @Override
        public boolean enter(Run run, int key, int value) {
            if (!PathKey.Name.text(run, parts).equals(text(run, key))) {
                return false;
            }
            run.walk.down(value, key, null, Walk.NO_SIZE);
            return true;
        }
    }

    /** A name further up becomes a value. */
    record Matched(SpecKey.Reference reference) implements ShiftMatcher {
        @Override
        public boolean enter(Run run, int key, int value) {
            run.walk.down(value, PathKey.nameOf(run, reference.level(), reference), null, Walk.NO_SIZE);
            return true;
        }
    }

    record Alike() implements ShiftMatcher {
        @Override
        public boolean enter(Run run, int key, int value) {
            run.walk.downAlike(value);
            return true;
        }
    }

    /** An index on the left side, which Jolt reads but never finds in a shift. */
    record Never(PathKey index, boolean append) implements ShiftMatcher {
        @Override
        public boolean enter(Run run, int key, int value) {
            if (!append && index.evaluate(run) < 0) {
                throw RunFailed.transform(
                        "An index on the left side is not a number. Use the number alone, without brackets.");
            }
            return false;
        }
    }

    private static String text(Run run, int key) {
        return Walk.isIndex(key)
                ? Integer.toString(Walk.index(key))
                : run.document().nameText(key);
    }
}
