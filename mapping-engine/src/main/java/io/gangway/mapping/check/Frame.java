package io.gangway.mapping.check;

import io.gangway.mapping.plan.SpecKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk along rules is: a value, and the key that led there.
 *
 * @param key null if it is not known
 * @param groups what its stars stood for; null if that is not known or if there are none
 * @param repeated whether a rule on the way may have matched more than one key
 */
record Frame(
        @Nullable Frame above,
        Shape value,
        @Nullable String key,
        @Nullable List<String> groups,
        boolean repeated) {

    /** Jolt's walk begins with the root twice. */
    static Frame root(Shape value) {
        return new Frame(null, value, "root", null, false).below(value, "root", null, false);
    }

    Frame below(Shape value, @Nullable String key, @Nullable List<String> groups, boolean several) {
        return new Frame(this, value, key, groups, repeated || several);
    }

    /** At another value, with the key of this one. */
    Frame alike(Shape value) {
        return new Frame(this, value, key, groups, repeated);
    }

    /** Null if it is above the root. */
    @Nullable
    Frame up(int levels) {
        @Nullable Frame frame = this;
        for (int i = 0; i < levels && frame != null; i++) {
            frame = frame.above;
        }
        return frame;
    }

    /** Null if it is not known. */
    @Nullable
    String text(SpecKey.Reference reference) {
        var frame = up(reference.level());
        if (frame == null || reference.group() == 0) {
            return frame == null ? null : frame.key;
        }
        return frame.groups == null || reference.group() > frame.groups.size()
                ? null
                : frame.groups.get(reference.group() - 1);
    }

    /** A name that is written with references; null if it is not known. */
    @Nullable
    String text(List<SpecKey.Composed.Part> parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            var reference = part.reference();
            var piece = reference == null ? part.text() : text(reference);
            if (piece == null) {
                return null;
            }
            text.append(piece);
        }
        return text.toString();
    }

    /** The name that a key of a path is; null if it is not known. */
    @Nullable
    String name(SpecKey key) {
        return switch (key) {
            case SpecKey.Literal literal -> literal.name();
            case SpecKey.Composed composed -> text(composed.parts());
            case SpecKey.MatchedName matched -> text(matched.reference());
            case SpecKey.Lookup lookup -> null;
            case SpecKey.Itself itself -> null;
            case SpecKey.Wildcard wildcard -> null;
            case SpecKey.Constant constant -> null;
            case SpecKey.Index index -> null;
        };
    }

    static boolean isItem(SpecKey key) {
        // So that even an escaped "[0]" is an index, as it is for Jolt.
        return key.canonical().startsWith("[") && key.canonical().endsWith("]");
    }
}
