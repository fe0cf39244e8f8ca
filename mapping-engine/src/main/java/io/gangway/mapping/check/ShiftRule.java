package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.SpecKey;
import io.gangway.mapping.plan.SpecPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule of a shift, and what became of it. */
final class ShiftRule {
    /** A path to write to, without the root. */
    record Target(Pointer pointer, List<SpecKey> path) {}

    private static final Comparator<ShiftRule> NARROWER_FIRST = Comparator.comparingInt(ShiftRule::rank)
            .thenComparing(rule -> -rule.key.canonical().length())
            .thenComparing(rule -> rule.key.canonical());

    private final SpecKey key;
    private final Pointer pointer;
    private final List<ShiftRule> special = new ArrayList<>();
    private final Map<String, ShiftRule> named = new LinkedHashMap<>();
    private final List<ShiftRule> patterns = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private boolean asked;
    private boolean reached;
    private @Nullable Missing missing;

    private ShiftRule(SpecKey key, Pointer pointer) {
        this.key = key;
        this.pointer = pointer;
    }

    /** Of a spec that has been compiled. */
    static ShiftRule root(Map<?, ?> spec, Pointer pointer) {
        return of(new SpecKey.Literal("root"), spec, pointer);
    }

    private static ShiftRule of(SpecKey key, @Nullable Object right, Pointer pointer) {
        var rule = new ShiftRule(key, pointer);
        switch (right) {
            case Map<?, ?> spec -> {
                spec.forEach((text, below) -> rule.add(String.valueOf(text), below));
                rule.patterns.sort(NARROWER_FIRST);
            }
            case String path -> rule.targets.add(target(path, pointer));
            case List<?> paths -> {
                for (int i = 0; i < paths.size(); i++) {
                    rule.targets.add(target(String.valueOf(paths.get(i)), pointer.child(i)));
                }
            }
            case null, default -> {}
        }
        return rule;
    }

    Stream<ShiftRule> children() {
        return Stream.of(special, named.values(), patterns).flatMap(Collection::stream);
    }

    private static Target target(String path, Pointer pointer) {
        var keys = SpecPath.fromRoot(path);
        return new Target(pointer, keys.subList(1, keys.size()));
    }

    private void add(String text, @Nullable Object right) {
        for (var alternative : SpecPath.alternatives(text)) {
            var rule = of(SpecPath.key(alternative), right, pointer.child(text));
            switch (rule.key) {
                case SpecKey.Literal literal -> named.put(literal.name(), rule);
                case SpecKey.Itself itself -> special.add(rule);
                case SpecKey.Constant constant -> special.add(rule);
                case SpecKey.MatchedName name -> special.add(rule);
                case SpecKey.Lookup lookup -> special.add(rule);
                case SpecKey.Wildcard wildcard -> patterns.add(rule);
                case SpecKey.Composed composed -> patterns.add(rule);
                case SpecKey.Index index -> patterns.add(rule);
            }
        }
    }

    private static int rank(ShiftRule rule) {
        return rule.key instanceof SpecKey.Wildcard wildcard
                ? wildcard.pattern().rank()
                : 1;
    }

    SpecKey key() {
        return key;
    }

    Pointer pointer() {
        return pointer;
    }

    /** Those that do their work whatever the names of a value's members are. */
    List<ShiftRule> special() {
        return special;
    }

    Map<String, ShiftRule> named() {
        return named;
    }

    List<ShiftRule> patterns() {
        return patterns;
    }

    List<Target> targets() {
        return targets;
    }

    List<ShiftRule> below() {
        var below = new ArrayList<>(special);
        below.addAll(named.values());
        below.addAll(patterns);
        return below;
    }

    boolean isLeaf() {
        return special.isEmpty() && named.isEmpty() && patterns.isEmpty();
    }

    void reach() {
        asked = true;
        reached = true;
    }

    /** A value that it was asked for has no such member. */
    void miss(Missing where) {
        asked = true;
        if (missing == null) {
            missing = where;
        }
    }

    /** What it looks for if that was never there, though it was asked. */
    @Nullable
    Missing missing() {
        return asked && !reached ? missing : null;
    }
}
