package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.SpecKey;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a shift makes, and which of its rules never match. */
final class ShiftCheck {
    private static final String ROOT = "root";
    private static final int PATH_LENGTH = 64;

    private final Findings findings;
    private final Effort effort;
    private final Lookups lookups;
    private final Object step = new Object();
    private final Shape holder = Shape.made(step, null);
    private final Map<Pointer, Pointer> besides;
    private final Set<Object> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> walked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Shape> indexed = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean sharing;
    private boolean throughPut;
    private boolean lookingUp;

    private ShiftCheck(Findings findings, Effort effort, Map<Pointer, Pointer> besides) {
        this.findings = findings;
        this.effort = effort;
        this.lookups = new Lookups(effort);
        this.besides = besides;
    }

    /**
     * @param sharing whether an object or array is in several places, so that whoever changes it in one changes it in
     *     all
     */
    record Made(Shape shape, boolean sharing) {}

    static Made apply(Shape input, Map<?, ?> spec, Pointer pointer, Findings findings, Effort effort) {
        var root = ShiftRule.root(spec, pointer);
        new ReferenceCheck(findings, effort).check(root);
        var check = new ShiftCheck(findings, effort, new ContradictionCheck(findings, effort).check(root));
        check.rules(root, Frame.root(input));
        check.tellMissing(root);
        var made = check.holder.known(ROOT);
        if (check.changesOtherPlaces() || writesThroughUnknownNames(root)) {
            return new Made(Shape.ANYTHING, true);
        }
        return new Made(made == null ? Shape.NOTHING : made, check.sharing);
    }

    /** Whether what is put somewhere is changed there, and it is elsewhere as well, or is read again by other rules. */
    private boolean changesOtherPlaces() {
        return throughPut && (sharing || lookingUp || !Collections.disjoint(placed, walked));
    }

    /** Such a name can be one that another rule writes as well, and then what is there is anything. */
    private static boolean writesThroughUnknownNames(ShiftRule rule) {
        return rule.targets().stream().anyMatch(target -> goesThroughUnknownName(target.path()))
                || rule.children().anyMatch(ShiftCheck::writesThroughUnknownNames);
    }

    private static boolean goesThroughUnknownName(List<SpecKey> path) {
        return path.stream()
                .limit(Math.max(0, path.size() - 1))
                .anyMatch(key -> key instanceof SpecKey.Composed
                        || key instanceof SpecKey.MatchedName
                        || key instanceof SpecKey.Lookup);
    }

    private void rules(ShiftRule rule, Frame here) {
        effort.spend(1);
        rule.special().forEach(special -> special(special, here));
        var value = here.value();
        if (value.isAnything()) {
            rule.named().forEach((name, below) -> apply(below, here.below(Shape.ANYTHING, name, null, false)));
            rule.patterns().forEach(below -> apply(below, here.below(Shape.ANYTHING, null, null, true)));
            return;
        }
        value.container(walked::add);
        for (var name : value.names()) {
            byName(rule, here, name, value.known(name));
        }
        value.constants().keySet().forEach(text -> byName(rule, here, text, Shape.NOTHING));
        var unknown = unknown(value);
        if (unknown != null) {
            rule.named().forEach((name, below) -> {
                if (value.others() != null || value.isScalar() || isIndex(name)) {
                    apply(below, here.below(unknown, name, null, false));
                }
            });
            rule.patterns().forEach(below -> apply(below, here.below(unknown, null, null, true)));
        }
        rule.named().forEach((name, below) -> below.miss(Missing.of(name, value)));
        rule.patterns().forEach(below -> {
            if (below.key() instanceof SpecKey.Wildcard wildcard
                    && wildcard.pattern().text().length() > 1) {
                below.miss(Missing.of(wildcard.pattern().text(), value));
            }
        });
    }

    /** What is there under keys that are not known; null if there are none. */
    private @Nullable Shape unknown(Shape value) {
        var scalar = value.isScalar() ? Shape.NOTHING : null;
        return Shape.unionOrNull(Shape.unionOrNull(value.others(), value.items(), effort, 0), scalar, effort, 0);
    }

    private static boolean isIndex(String name) {
        return name.matches("\\+?[0-9]+");
    }

    private void byName(ShiftRule rule, Frame here, String name, @Nullable Shape value) {
        effort.spend(1);
        var shape = value == null ? Shape.NOTHING : value;
        var named = rule.named().get(name);
        if (named != null) {
            apply(named, here.below(shape, name, null, false));
            return;
        }
        for (var pattern : rule.patterns()) {
            effort.spend(1 + name.length() / 8);
            if (!(pattern.key() instanceof SpecKey.Wildcard wildcard)) {
                apply(pattern, here.below(shape, name, null, true));
                continue;
            }
            var groups = wildcard.pattern().groups(name);
            if (groups != null) {
                apply(pattern, here.below(shape, name, groups, true));
                return;
            }
        }
    }

    private void special(ShiftRule rule, Frame here) {
        switch (rule.key()) {
            case SpecKey.Itself itself -> apply(rule, here.alike(here.value()));
            case SpecKey.Constant constant -> {
                var frame = here.below(here.value(), constant.text(), null, false);
                if (rule.isLeaf()) {
                    rule.reach();
                    write(rule, Shape.constant(constant.text(), rule.pointer()), frame);
                } else {
                    apply(rule, frame);
                }
            }
            case SpecKey.MatchedName name -> {
                rule.reach();
                write(
                        rule,
                        Shape.scalar(rule.pointer()),
                        here.below(here.value(), here.text(name.reference()), null, false));
            }
            case SpecKey.Lookup lookup -> {
                lookingUp |= lookup.path() != null;
                var found = lookups.find(lookup, here);
                if (found.value() != null) {
                    apply(rule, here.alike(found.value()));
                } else if (found.missing() != null) {
                    rule.miss(found.missing());
                }
            }
            default -> throw new IllegalStateException(rule.key().canonical());
        }
    }

    private void apply(ShiftRule rule, Frame frame) {
        if (rule.key() instanceof SpecKey.Index) {
            return;
        }
        rule.reach();
        if (rule.isLeaf()) {
            write(rule, frame.value(), frame);
        } else {
            rules(rule, frame);
        }
    }

    private void write(ShiftRule rule, Shape value, Frame frame) {
        for (var target : rule.targets()) {
            if (target.path().size() > PATH_LENGTH) {
                effort.spend(Integer.MAX_VALUE);
            }
            effort.spend(1 + target.path().size());
            var container = holder;
            SpecKey key = new SpecKey.Literal(ROOT);
            for (var next : target.path()) {
                var below = get(container, key, frame);
                below = below == null ? Shape.made(step, target.pointer()) : through(below);
                if (mayBeAmongOthers(container, key, frame)) {
                    below.becomeAnything();
                }
                put(container, key, frame, below);
                container = below;
                if (Frame.isItem(next) && below.items() == null) {
                    below.putItems(Shape.NOTHING);
                }
                key = next;
            }
            set(container, key, frame, value.put(target.pointer()), target);
        }
    }

    /** What was put there is changed in all other places where it is; or, if it comes later, put beside what is made. */
    private Shape through(Shape value) {
        var own = value.ownedBy(step, effort);
        if (value.isPut()) {
            throughPut = true;
            own.becomeAnything();
        }
        return own;
    }

    /**
     * Whether something that is put there may change where it is, and with that wherever else it is. Rules don't always
     * do their work in the order of the payload's members, so that either can come first.
     */
    private static boolean changesWhatIsPut(@Nullable Shape before, Shape value, Frame frame) {
        return before == null
                ? frame.repeated() && value.items() != null
                : !before.isPut() || before.items() != null || value.items() != null;
    }

    private void place(Shape value) {
        value.eachContainer(found -> sharing |= !placed.add(found), effort, 0);
    }

    private void set(Shape container, SpecKey key, Frame frame, Shape value, ShiftRule.Target target) {
        place(value);
        var before = get(container, key, frame);
        throughPut |= changesWhatIsPut(before, value, frame);
        var made = before == null ? value : Shape.union(before, value, effort, 0);
        if (!(key instanceof SpecKey.Append)) {
            indexed.add(container);
        }
        if (indexed.contains(container) && (before != null || frame.repeated()) && !made.isAnything()) {
            // Beside a value that is there already, both become an array.
            var several = made.ownedBy(step, effort);
            several.putItems(Shape.unionOrNull(made, several.items(), effort, 0));
            made = several;
        }
        if ((before != null && !before.isPut()) || mayBeAmongOthers(container, key, frame)) {
            made = made.ownedBy(step, effort);
            made.becomeAnything();
        }
        var beside = besides.get(target.pointer());
        put(
                container,
                key,
                frame,
                beside == null ? made : made.from(target.pointer()).beside(beside));
    }

    /** Whether a member may be one of those whose names are not known; if it is one of them, the others may be that. */
    private boolean mayBeAmongOthers(Shape container, SpecKey key, Frame frame) {
        if (Frame.isItem(key)) {
            return false;
        }
        if (frame.name(key) != null) {
            return container.others() != null;
        }
        container.membersBecomeAnything(step, effort);
        return false;
    }

    private @Nullable Shape get(Shape container, SpecKey key, Frame frame) {
        if (Frame.isItem(key)) {
            // Nothing at all, unless somebody put a null there.
            var items = container.items();
            return items == null || (items.isNothing() && !items.isPut()) ? null : items;
        }
        var name = frame.name(key);
        return name == null ? container.others() : container.known(name);
    }

    private static void put(Shape container, SpecKey key, Frame frame, Shape value) {
        if (Frame.isItem(key)) {
            container.putItems(value);
            return;
        }
        var name = frame.name(key);
        if (name == null) {
            container.putOthers(value);
        } else {
            container.put(name, value);
        }
    }

    private void tellMissing(ShiftRule rule) {
        for (var below : rule.below()) {
            var missing = below.missing();
            if (missing != null) {
                findings.missing(missing, below.pointer(), false);
            } else {
                tellMissing(below);
            }
        }
    }
}
