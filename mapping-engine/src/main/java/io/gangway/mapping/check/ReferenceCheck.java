package io.gangway.mapping.check;

import io.gangway.mapping.plan.NamePattern;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.SpecKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds references of a shift that fail whenever they are reached, and indexes on the left side. */
final class ReferenceCheck {
    private final Findings findings;
    private final Effort effort;
    /** How many stars the key of each level has, the root first, which is there twice. */
    private final List<Integer> stars = new ArrayList<>(List.of(0, 0));

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
            stars.add(starsOf(below.key()));
            for (var target : below.targets()) {
                target.path().forEach(key -> check(key, target.pointer(), true));
            }
            check(below);
            stars.removeLast();
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
            case SpecKey.MatchedPosition matched -> check(matched.reference(), '&', pointer, ofValue);
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
