package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.List;

/** Finds what of a payload a shift looks at. */
final class ShiftShape {
    /** What is looked at of the value on each level of the walk. */
    private final List<Shape.Builder> levels = new ArrayList<>();

    ShiftShape(Shape.Builder root) {
        // The walk has the root twice: as what it begins with, and as what matched the rules' own key.
        levels.add(root);
    }

    void add(ShiftRules rules, Shape.Builder here) {
        levels.add(here);
        for (var child : rules.children()) {
            var below = below(child.key(), here);
            switch (child) {
                case ShiftRules deeper -> add(deeper, below);
                case ShiftLeaf leaf -> add(leaf, below, ShiftRules.isSpecial(leaf.key()) ? here : below);
            }
        }
        levels.removeLast();
    }

    /** The walk is at {@code at} while the leaf puts {@code below} somewhere. */
    private void add(ShiftLeaf leaf, Shape.Builder below, Shape.Builder at) {
        if (takesValue(leaf.key()) && !leaf.targets().isEmpty()) {
            below.all();
        }
        levels.add(at);
        for (var target : leaf.targets()) {
            target.keys().forEach(this::addLookups);
        }
        levels.removeLast();
    }

    private static boolean takesValue(SpecKey key) {
        return !(key instanceof SpecKey.Constant || key instanceof SpecKey.MatchedName);
    }

    /** What a rule of this key goes down to. */
    private Shape.Builder below(SpecKey key, Shape.Builder here) {
        addLookups(key);
        return switch (key) {
            case SpecKey.Literal literal -> here.member(literal.name());
            case SpecKey.Wildcard wildcard -> here.any();
            case SpecKey.Composed composed -> here.any();
            case SpecKey.Index index -> here.any();
            case SpecKey.Lookup lookup -> found(lookup);
            case SpecKey.Itself itself -> here;
            case SpecKey.MatchedName matched -> here;
            case SpecKey.Constant constant -> here;
        };
    }

    private void addLookups(SpecKey key) {
        switch (key) {
            case SpecKey.Lookup lookup -> found(lookup).all();
            case SpecKey.LookedUpPosition position -> found(position.lookup()).all();
            default -> {}
        }
    }

    private Shape.Builder found(SpecKey.Lookup lookup) {
        var path = lookup.path();
        if (lookup.level() >= levels.size()) {
            return levels.getFirst().unused();
        }
        var found = levels.get(levels.size() - 1 - lookup.level());
        if (path == null) {
            return found;
        }
        for (var key : path) {
            addLookups(key);
            var name = Path.nameOf(key);
            found = name == null ? found.any() : found.member(name);
        }
        return found;
    }
}
