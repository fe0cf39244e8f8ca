package io.gangway.mapping.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule that has rules below it. */
final class ShiftRules implements ShiftRule {
    private static final int NO_INDEX = Integer.MAX_VALUE;

    /** Which of the rules below are asked, and in what order. */
    private enum Strategy {
        /** Names alone, in the order of the spec. */
        NAMES,
        /** Patterns alone, in the order of the payload. */
        PATTERNS,
        /** Names first; no pattern matches any of them. */
        NAMES_THEN_PATTERNS,
        /** In the order of the payload, each key by its name or else by a pattern. */
        NAME_OR_PATTERN
    }

    private final SpecKey key;
    private final ShiftMatcher matcher;
    private final PathKey.@Nullable Lookup lookup;
    private final ShiftRule[] special;
    private final ShiftRule[] named;
    private final int[] names;
    /** The index that a name is, if Java reads it as a number. */
    private final int[] indexes;

    /** One more than the place of the rule for a name, or 0. */
    private final int[] ruleOfName;

    private final ShiftRule[] patterns;
    private final Strategy strategy;
    /** What the rules below make lists of, if they are for the items of a list. */
    private final ShiftLists lists;

    private ShiftRules(
            SpecKey key,
            ShiftMatcher matcher,
            PathKey.@Nullable Lookup lookup,
            ShiftRule[] special,
            ShiftRule[] named,
            int[] names,
            ShiftRule[] patterns) {
        this.key = key;
        this.matcher = matcher;
        this.lookup = lookup;
        this.special = special;
        this.named = named;
        this.names = names;
        this.indexes = new int[named.length];
        for (int i = 0; i < named.length; i++) {
            indexes[i] = indexOf(nameOf(named[i]));
        }
        int highest = -1;
        for (int name : names) {
            highest = Math.max(highest, name);
        }
        this.ruleOfName = new int[highest + 1];
        for (int i = 0; i < names.length; i++) {
            ruleOfName[names[i]] = i + 1;
        }
        this.patterns = patterns;
        this.strategy = strategy(named, patterns);
        this.lists = patterns.length == 0 ? ShiftLists.NONE : ShiftLists.of(patterns);
    }

    static ShiftRules of(SpecKey key, List<ShiftRule> children, Names.Builder names) {
        var named = children.stream()
                .filter(child -> child.key() instanceof SpecKey.Literal)
                .toArray(ShiftRule[]::new);
        return new ShiftRules(
                key,
                ShiftMatcher.of(key, names),
                key instanceof SpecKey.Lookup lookup ? PathKey.Lookup.of(lookup, names) : null,
                children.stream().filter(child -> isSpecial(child.key())).toArray(ShiftRule[]::new),
                named,
                java.util.Arrays.stream(named)
                        .mapToInt(child -> names.id(nameOf(child)))
                        .toArray(),
                children.stream()
                        .filter(child -> !isSpecial(child.key()) && !(child.key() instanceof SpecKey.Literal))
                        .sorted(PatternOrder.of(ShiftRule::key))
                        .toArray(ShiftRule[]::new));
    }

    /** Whether a rule does its work whatever the keys of the payload are. */
    static boolean isSpecial(SpecKey key) {
        return switch (key) {
            case SpecKey.Itself itself -> true;
            case SpecKey.Constant constant -> true;
            case SpecKey.MatchedName matched -> true;
            case SpecKey.Lookup lookup -> true;
            case SpecKey.Literal literal -> false;
            case SpecKey.Wildcard wildcard -> false;
            case SpecKey.Composed composed -> false;
            case SpecKey.Index index -> false;
        };
    }

    private static Strategy strategy(ShiftRule[] named, ShiftRule[] patterns) {
        if (patterns.length == 0) {
            return Strategy.NAMES;
        }
        if (named.length == 0) {
            return Strategy.PATTERNS;
        }
        var budget = new MatchBudget(1_000_000);
        try {
            return strategy(named, patterns, budget);
        } catch (RunFailed tooSlow) {
            throw new SpecInvalid(
                    "The patterns here take too long to compare with the names beside them. Use simpler ones.");
        }
    }

    private static Strategy strategy(ShiftRule[] named, ShiftRule[] patterns, MatchBudget budget) {
        for (var pattern : patterns) {
            if (!(pattern.key() instanceof SpecKey.Wildcard wildcard)) {
                return Strategy.NAME_OR_PATTERN;
            }
            for (var rule : named) {
                if (wildcard.pattern().match(nameOf(rule), budget) != null) {
                    return Strategy.NAME_OR_PATTERN;
                }
            }
        }
        return Strategy.NAMES_THEN_PATTERNS;
    }

    private static String nameOf(ShiftRule rule) {
        return rule.key() instanceof SpecKey.Literal literal ? literal.name() : "";
    }

    private static int indexOf(String name) {
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException noIndex) {
            return NO_INDEX;
        }
    }

    @Override
    public SpecKey key() {
        return key;
    }

    PathKey.@Nullable Lookup lookup() {
        return lookup;
    }

    /** Whether it matches whatever key there is, and works on its value. */
    private boolean matchesAny() {
        return matcher instanceof ShiftMatcher.Any && lookup == null;
    }

    /** Whether the rules below are names, besides special ones. */
    boolean hasNamesAlone() {
        return strategy == Strategy.NAMES;
    }

    /** The rules for the items of an array if there are no others, else null. */
    @Nullable
    ShiftRules onlyItem() {
        return lookup == null
                        && special.length == 0
                        && strategy == Strategy.PATTERNS
                        && patterns.length == 1
                        && patterns[0] instanceof ShiftRules item
                        && item.matchesAny()
                ? item
                : null;
    }

    /** Paths, names joined by dots, where a list of the result is made of the items of a list; empty for the root. */
    Set<String> lists() {
        return lists.paths();
    }

    /** Whether one of these lists is the result itself, or has objects. */
    boolean makesObjects() {
        return lists.ofObjects();
    }

    ShiftRule[] special() {
        return special;
    }

    /** Rules for names. */
    ShiftRule[] named() {
        return named;
    }

    /** The names of {@link #named()}. */
    int[] names() {
        return names;
    }

    ShiftRule[] children() {
        var children = java.util.Arrays.copyOf(special, special.length + named.length + patterns.length);
        System.arraycopy(named, 0, children, special.length, named.length);
        System.arraycopy(patterns, 0, children, special.length + named.length, patterns.length);
        return children;
    }

    @Override
    public boolean apply(Run run, int output, int matched, int value) {
        run.step();
        int here = value == Document.ABSENT ? Document.NULL : value;
        if (lookup != null) {
            here = lookup.read(run);
            if (here == Document.ABSENT) {
                return false;
            }
        }
        if (!matcher.enter(run, matched, here)) {
            return false;
        }
        applyChildren(run, output, matched, here);
        run.walk.up();
        run.walk.countMatch();
        return true;
    }

    /** The walk is at the value already. */
    void applyChildren(Run run, int output, int matched, int here) {
        run.steps(named.length);
        for (var rule : special) {
            rule.apply(run, output, matched, here);
        }
        var document = run.document();
        switch (document.flags(here) & (Document.KIND | Document.SORTED)) {
            case Document.KIND_OBJECT -> members(run, output, here);
            case Document.KIND_ARRAY -> items(run, output, here);
            case Document.KIND_NULL -> countEmptyList(run);
            default -> scalar(run, output, here);
        }
    }

    private void members(Run run, int output, int object) {
        if (strategy == Strategy.NAMES || strategy == Strategy.NAMES_THEN_PATTERNS) {
            namedMembers(run, output, object);
        }
        if (strategy != Strategy.NAMES) {
            var document = run.document();
            int count = document.count(object);
            if (count == 0) {
                countEmptyList(run);
            }
            for (int i = 0; i < count; i++) {
                document.checkUnchanged(object, count);
                int name = document.nameAt(object, i);
                int value = document.valueAt(object, i);
                if (strategy != Strategy.NAME_OR_PATTERN || !byName(run, output, name, name, value)) {
                    byPattern(run, output, name, value);
                }
            }
        }
    }

    private void namedMembers(Run run, int output, int object) {
        var document = run.document();
        int count = document.count(object);
        int base = run.reserve(named.length);
        int[] positions = run.keys;
        java.util.Arrays.fill(positions, base, base + named.length, 0);
        for (int position = 0; position < count; position++) {
            int name = document.nameAt(object, position);
            int rule = name < ruleOfName.length ? ruleOfName[name] : 0;
            if (rule > 0) {
                positions[base + rule - 1] = position + 1;
            }
        }
        for (int i = 0; i < named.length; i++) {
            // A rule below can have asked for more room.
            int position = run.keys[base + i] - 1;
            if (position >= 0) {
                named[i].apply(run, output, names[i], document.valueAt(object, position));
            }
        }
        run.keyCount = base;
    }

    private void items(Run run, int output, int array) {
        var document = run.document();
        if (strategy == Strategy.NAMES || strategy == Strategy.NAMES_THEN_PATTERNS) {
            for (int i = 0; i < named.length; i++) {
                if (indexes[i] < 0) {
                    throw RunFailed.transform("There is no item '%s' in an array. Count from 0.".formatted(indexes[i]));
                }
                if (indexes[i] < document.count(array)) {
                    named[i].apply(run, output, names[i], document.itemAt(array, indexes[i]));
                }
            }
        }
        if (strategy != Strategy.NAMES) {
            if (document.count(array) == 0) {
                countEmptyList(run);
            }
            for (int i = 0; i < document.count(array); i++) {
                int value = document.itemAt(array, i);
                int key = Walk.ofIndex(i);
                if (strategy != Strategy.NAME_OR_PATTERN
                        || !byName(run, output, key, document.internName(Integer.toString(i)), value)) {
                    byPattern(run, output, key, value);
                }
            }
        }
    }

    private void countEmptyList(Run run) {
        if (!lists.paths().isEmpty()) {
            run.emptyList(this);
        }
    }

    private void scalar(Run run, int output, int value) {
        // It is looked at even if no rule matches it.
        run.lookedAt(value);
        int name = run.document().internName(JavaValues.text(run.document(), value));
        if (strategy == Strategy.PATTERNS || !byName(run, output, name, name, Document.ABSENT)) {
            if (strategy != Strategy.NAMES) {
                byPattern(run, output, name, Document.ABSENT);
            }
        }
    }

    private boolean byName(Run run, int output, int matched, int name, int value) {
        run.steps(names.length / 8);
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                named[i].apply(run, output, matched, value);
                return true;
            }
        }
        return false;
    }

    private void byPattern(Run run, int output, int matched, int value) {
        for (var rule : patterns) {
            if (rule.apply(run, output, matched, value)) {
                return;
            }
        }
    }

    /** Jolt asks narrower patterns first. */
    static final class PatternOrder {
        private PatternOrder() {}

        static <T> Comparator<T> of(java.util.function.Function<T, SpecKey> key) {
            return Comparator.<T>comparingInt(rule -> rank(key.apply(rule)))
                    .thenComparing(
                            rule -> key.apply(rule).canonical(),
                            Comparator.comparingInt(String::length).reversed())
                    .thenComparing(rule -> key.apply(rule).canonical());
        }

        private static int rank(SpecKey key) {
            return key instanceof SpecKey.Wildcard wildcard ? wildcard.pattern().rank() : 1;
        }
    }
}
