package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of a path in a Jolt spec: what stands left of a colon, or between two dots on its right. */
public sealed interface SpecKey {
    /** The same for keys that mean the same; Jolt refuses two of them side by side. */
    String canonical();

    /** A name, exactly. */
    record Literal(String name) implements SpecKey {
        @Override
        public String canonical() {
            return name.replace(".", "\\.");
        }
    }

    /** {@code @}: the value itself. */
    record Itself() implements SpecKey {
        @Override
        public String canonical() {
            return "@";
        }
    }

    /** A name with {@code *} in it. */
    record Wildcard(NamePattern pattern) implements SpecKey {
        @Override
        public String canonical() {
            return pattern.text();
        }
    }

    /** {@code &(level,group)}: a name, or a part of it, that was matched further up. */
    record Reference(int level, int group) {
        String canonical(char sign) {
            return "%s(%d,%d)".formatted(sign, level, group);
        }
    }

    /** A name made of texts and references, one of which is null where the other is not. */
    record Composed(List<Part> parts) implements SpecKey {
        public record Part(@Nullable String text, @Nullable Reference reference) {}

        @Override
        public String canonical() {
            var canonical = new StringBuilder();
            for (var part : parts) {
                var reference = part.reference();
                canonical.append(reference == null ? part.text() : reference.canonical('&'));
            }
            return canonical.toString();
        }
    }

    /** {@code $(level,group)}: a matched name as a value. */
    record MatchedName(Reference reference) implements SpecKey {
        @Override
        public String canonical() {
            return reference.canonical('$');
        }
    }

    /** {@code #text}: a constant. */
    record Constant(String text) implements SpecKey {
        @Override
        public String canonical() {
            return "#(" + text + ")";
        }
    }

    /** {@code @(level,path)}: a value found by a path from further up; without a path that value itself. */
    record Lookup(int level, @Nullable List<SpecKey> path) implements SpecKey {
        @Override
        public String canonical() {
            return "@(%d,%s)".formatted(level, path == null ? "" : SpecPath.canonical(path));
        }
    }

    /** Something in brackets. */
    sealed interface Index extends SpecKey {}

    /** {@code []}: behind the last item. */
    record Append() implements Index {
        @Override
        public String canonical() {
            return "[]";
        }
    }

    /** {@code [0]}, as it was written. */
    record Position(String digits) implements Index {
        int position() {
            return Integer.parseInt(digits);
        }

        @Override
        public String canonical() {
            return "[" + digits + "]";
        }
    }

    /** {@code [&(level,group)]}: the number that a matched name is. */
    record MatchedPosition(Reference reference) implements Index {
        @Override
        public String canonical() {
            return "[" + reference.canonical('&') + "]";
        }
    }

    /** {@code [#level]}: how often something matched below that level so far. */
    record Matches(int level) implements Index {
        @Override
        public String canonical() {
            return "[#" + level + "]";
        }
    }

    /** {@code [@(level,path)]}: the number that a value is. */
    record LookedUpPosition(Lookup lookup) implements Index {
        @Override
        public String canonical() {
            return "[" + lookup.canonical() + "]";
        }
    }
}
