package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name with stars. A star stands for at least one character; what it stood for is a group, from 1 on. Jolt matches
 * one, two and more stars in three ways that differ at the edges, and so do we.
 */
public sealed interface NamePattern {
    /** As it was written. */
    String text();

    /** Jolt tries patterns of a lower rank first. */
    int rank();

    /** The groups if the name matches, else null. */
    @Nullable
    List<String> match(String name, MatchBudget budget);

    /** The groups if the name matches, else null. Throws {@link RunFailed} if that takes too long to find out. */
    default @Nullable List<String> groups(String name) {
        return match(name, new MatchBudget(100_000));
    }

    /** As cardinality matches, which knows no pattern of two stars. Throws {@link SpecInvalid}. */
    static NamePattern ofCardinality(String text) {
        return SpecPath.count(text, '*') == 2 ? Many.of(text) : of(text);
    }

    /** {@code stars} is how many of them are not escaped. Throws {@link SpecInvalid}. */
    static NamePattern of(String text, int stars) {
        if (stars < 3 && SpecPath.count(text, '*') != stars) {
            throw new SpecInvalid("'%s' mixes stars with escaped ones. Leave one kind out.".formatted(text));
        }
        return of(text);
    }

    /** Throws {@link SpecInvalid}. */
    static NamePattern of(String text) {
        if (text.equals("*")) {
            return new Any();
        }
        return switch (SpecPath.count(text, '*')) {
            case 1 -> {
                int star = text.indexOf('*');
                yield new One(text, text.substring(0, star), text.substring(star + 1));
            }
            case 2 -> two(text);
            default -> Many.of(text);
        };
    }

    private static Two two(String text) {
        int first = text.indexOf('*');
        int second = text.lastIndexOf('*');
        if (second == first + 1 && second == text.length() - 1) {
            throw new SpecInvalid(
                    "'%s' ends with two stars, of which one would be enough. Leave one out.".formatted(text));
        }
        return new Two(text, text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
    }

    /** {@code *} */
    record Any() implements NamePattern {
        @Override
        public String text() {
            return "*";
        }

        @Override
        public int rank() {
            return 5;
        }

        @Override
        public List<String> match(String name, MatchBudget budget) {
            return List.of();
        }
    }

    /** {@code a*b} */
    record One(String text, String prefix, String suffix) implements NamePattern {
        @Override
        public int rank() {
            return 4;
        }

        @Override
        public @Nullable List<String> match(String name, MatchBudget budget) {
            return name.length() > prefix.length() + suffix.length() && name.startsWith(prefix) && name.endsWith(suffix)
                    ? List.of(name.substring(prefix.length(), name.length() - suffix.length()))
                    : null;
        }
    }

    /** {@code a*b*c} */
    record Two(String text, String prefix, String middle, String suffix) implements NamePattern {
        @Override
        public int rank() {
            return 3;
        }

        @Override
        public @Nullable List<String> match(String name, MatchBudget budget) {
            if (!name.startsWith(prefix) || !name.endsWith(suffix)) {
                return null;
            }
            // A search begins anew at every character.
            budget.look(name.length() + (long) name.length() * middle.length() / 64);
            int from = prefix.length() + 1;
            int to = name.length() - suffix.length() - 1;
            // Both stars stand for something, and Jolt does not find a middle of one character alone between them.
            int found = from >= to ? -1 : name.substring(from, to).indexOf(middle);
            if (found < 0) {
                return null;
            }
            int start = from + found;
            return List.of(
                    name.substring(prefix.length(), start),
                    name.substring(start + middle.length(), name.length() - suffix.length()));
        }
    }

    /** Three stars and more. */
    record Many(String text, Pattern pattern) implements NamePattern {
        private static final int STARS = 20;

        static Many of(String text) {
            if (SpecPath.count(text, '*') > STARS) {
                throw new SpecInvalid(
                        "A name has %d stars. At most %d are possible.".formatted(SpecPath.count(text, '*'), STARS));
            }
            return new Many(text, compile(text));
        }

        private static Pattern compile(String text) {
            var regex = new StringBuilder("^");
            for (int i = 0; i < text.length(); i++) {
                char character = text.charAt(i);
                if (character == '*') {
                    regex.append("(.+?)");
                } else if ("([{\\^$|)?+.".indexOf(character) >= 0) {
                    regex.append('\\').append(character);
                } else {
                    regex.append(character);
                }
            }
            return Pattern.compile(regex.append('$').toString());
        }

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public @Nullable List<String> match(String name, MatchBudget budget) {
            Matcher matcher = pattern.matcher(budget.counted(name));
            if (!matcher.find()) {
                return null;
            }
            var groups = new ArrayList<String>();
            for (int i = 1; i <= matcher.groupCount(); i++) {
                groups.add(matcher.group(i));
            }
            return groups;
        }
    }
}
