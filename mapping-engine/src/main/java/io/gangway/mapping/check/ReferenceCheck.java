package io.gangway.mapping.check;

import io.gangway.mapping.plan.NamePattern;
import io.gangway.mapping.plan.PathHint;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.SpecKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds references of a shift that fail whenever they are reached, numbers of items that are names, and indexes and dots on the
 * left side.
 */
final class ReferenceCheck {
    private static final Pattern STARRED_PATH =
            Pattern.compile("(?:[A-Za-z_][\\w-]*|\\*)(?:\\.(?:[A-Za-z_][\\w-]*|\\*))+");
    private static final Pattern JSON_POINTER = Pattern.compile("(?:/[A-Za-z_0-9][\\w-]*)+");
    private static final Pattern PLACEHOLDER = Pattern.compile("[{$]\\{?\\s*([A-Za-z_][\\w.-]*)\\s*}}?");
    private static final Pattern NESTED = Pattern.compile("[^.]*[^.0-9][^.]*(\\.[^.]+){1,7}");
    private static final SpecKey ROOT = new SpecKey.Literal("root");

    private final Findings findings;
    private final Effort effort;
    /** How many stars the key of each level has, the root first, which is there twice. */
    private final List<Integer> stars = new ArrayList<>(List.of(0, 0));

    /** The key of each level, likewise. */
    private final List<SpecKey> keys = new ArrayList<>(List.of(ROOT, ROOT));

    ReferenceCheck(Findings findings, Effort effort) {
        this.findings = findings;
        this.effort = effort;
    }

    void check(ShiftRule rule) {
        for (var below : rule.below()) {
            effort.spend(1);
            check(below.key(), below.pointer(), false);
            if (below.key() instanceof SpecKey.Index index) {
                findings.warning(
                        below.pointer(),
                        false,
                        "'%s' at %s is an index, which matches nothing on the left side. Write the number alone."
                                .formatted(index.canonical(), below.pointer()));
                continue;
            }
            checkDots(below);
            checkPlaceholder(below.pointer().part(), below.pointer(), false);
            stars.add(starsOf(below.key()));
            keys.add(below.key());
            for (var target : below.targets()) {
                target.path().forEach(key -> {
                    check(key, target.pointer(), true);
                    if (key instanceof SpecKey.Literal literal) {
                        checkPlaceholder(literal.name(), target.pointer(), true);
                    }
                });
            }
            check(below);
            stars.removeLast();
            keys.removeLast();
        }
    }

    private int starsOf(SpecKey key) {
        return switch (key) {
            case SpecKey.Wildcard wildcard ->
                wildcard.pattern() instanceof NamePattern.Any
                        ? 0
                        : (int) wildcard.pattern()
                                .text()
                                .chars()
                                .filter(character -> character == '*')
                                .count();
            case SpecKey.Itself itself -> stars.getLast();
            case SpecKey.Lookup lookup -> stars.getLast();
            case SpecKey.Literal literal -> 0;
            case SpecKey.Composed composed -> 0;
            case SpecKey.MatchedName matched -> 0;
            case SpecKey.Constant constant -> 0;
            case SpecKey.Index index -> 0;
        };
    }

    private void check(SpecKey key, Pointer pointer, boolean ofValue) {
        effort.spend(1);
        switch (key) {
            case SpecKey.Composed composed ->
                composed.parts().forEach(part -> check(part.reference(), '&', pointer, ofValue));
            case SpecKey.MatchedName matched -> check(matched.reference(), '$', pointer, ofValue);
            case SpecKey.MatchedPosition matched -> {
                check(matched.reference(), '&', pointer, ofValue);
                checkNumber(matched, pointer);
            }
            case SpecKey.Matches matches -> level(matches.level(), matches.canonical(), pointer, ofValue);
            case SpecKey.LookedUpPosition lookedUp -> check(lookedUp.lookup(), pointer, ofValue);
            case SpecKey.Lookup lookup -> {
                level(lookup.level(), lookup.canonical(), pointer, ofValue);
                if (lookup.path() != null) {
                    lookup.path().forEach(part -> check(part, pointer, ofValue));
                }
            }
            case SpecKey.Literal literal -> {}
            case SpecKey.Itself itself -> {}
            case SpecKey.Wildcard wildcard -> {}
            case SpecKey.Constant constant -> {}
            case SpecKey.Append append -> {}
            case SpecKey.Position position -> {}
        }
    }

    private void check(SpecKey.@Nullable Reference reference, char sign, Pointer pointer, boolean ofValue) {
        if (reference == null) {
            return;
        }
        var written = "%s(%d,%d)".formatted(sign, reference.level(), reference.group());
        if (level(reference.level(), written, pointer, ofValue)) {
            int known = stars.get(stars.size() - 1 - reference.level());
            if (reference.group() > known) {
                findings.fault(
                        "impossible-reference",
                        pointer,
                        ofValue,
                        "'%s' at %s asks for star %d of a key that has %s, and always fails. Check its second number."
                                .formatted(written, pointer, reference.group(), counted(known)));
            }
        }
    }

    /** An index that is a name at a level writes nothing, and nobody learns of it. */
    private void checkNumber(SpecKey.MatchedPosition matched, Pointer pointer) {
        int level = matched.reference().level();
        int top = keys.size() - 1;
        if (level > top || canBeNumber(keys.get(top - level))) {
            return;
        }
        var meant = "";
        for (int higher = level + 1; higher < top; higher++) {
            if (keys.get(top - higher) instanceof SpecKey.Wildcard) {
                meant = " Did you mean '[&%d]'?".formatted(higher);
                break;
            }
        }
        findings.warning(
                pointer,
                true,
                "'%s' at %s is '%s', not the number of an item of an array, so nothing is written.%s"
                        .formatted(
                                level == 0 ? "[&]" : "[&" + level + "]",
                                pointer,
                                keys.get(top - level).canonical(),
                                meant));
    }

    private static boolean canBeNumber(SpecKey key) {
        return switch (key) {
            case SpecKey.Literal literal -> isNumber(literal.name());
            case SpecKey.Wildcard wildcard -> isNumber(wildcard.pattern().text().replace("*", ""));
            default -> true;
        };
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(Character::isDigit);
    }

    /** A name with dots is rare, a path that somebody took for one is not. */
    private void checkDots(ShiftRule rule) {
        var written = rule.pointer().part();
        if (rule.key() instanceof SpecKey.Literal literal
                && NESTED.matcher(literal.name()).matches()
                && !written.contains("\\.")) {
            findings.warning(
                    rule.pointer(),
                    false,
                    "The dots in '%s' at %s are part of the name, and no path. Write %s, or '%s' if the name has dots."
                            .formatted(
                                    literal.name(),
                                    rule.pointer(),
                                    PathHint.nested(literal.name()),
                                    literal.name().replace(".", "\\\\.")));
        } else if (rule.key() instanceof SpecKey.Wildcard
                && STARRED_PATH.matcher(written).matches()) {
            findings.warning(
                    rule.pointer(),
                    false,
                    "'%s' at %s matches names with dots in them, and is not a path. Write %s."
                            .formatted(written, rule.pointer(), PathHint.nested(written)));
        } else if (rule.key() instanceof SpecKey.Literal literal
                && JSON_POINTER.matcher(literal.name()).matches()) {
            findings.warning(
                    rule.pointer(),
                    false,
                    "'%s' at %s is a name with slashes, and not a JSON pointer. Write %s."
                            .formatted(
                                    literal.name(),
                                    rule.pointer(),
                                    PathHint.nested(literal.name().substring(1).replace('/', '.'))));
        }
    }

    /** What templates have for a value is a name here. */
    private void checkPlaceholder(String text, Pointer pointer, boolean ofValue) {
        var placeholder = PLACEHOLDER.matcher(text);
        if (placeholder.matches()) {
            findings.warning(
                    pointer,
                    ofValue,
                    "'%s' at %s is a name with braces, and not a placeholder. The left side says what is read, as in {\"%s\": …}, and the right side where it goes."
                            .formatted(text, pointer, placeholder.group(1)));
        }
    }

    private static String counted(int stars) {
        return stars == 0 ? "none whose text is kept" : stars == 1 ? "one" : Integer.toString(stars);
    }

    private boolean level(int level, String written, Pointer pointer, boolean ofValue) {
        int levels = stars.size() - 1;
        if (level <= levels) {
            return true;
        }
        findings.fault(
                "impossible-reference",
                pointer,
                ofValue,
                "'%s' at %s goes %d levels up, but there are only %d, and always fails. Check its first number."
                        .formatted(written, pointer, level, levels));
        return false;
    }
}
