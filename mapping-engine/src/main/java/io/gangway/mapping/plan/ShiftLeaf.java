package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that puts something somewhere: the value that it matches, or a name, a constant, or a value found elsewhere. */
final class ShiftLeaf implements ShiftRule {
    static final int NONE = -1;

    private final SpecKey key;
    private final Pointer pointer;
    private final ShiftMatcher matcher;
    private final PathKey.@Nullable Lookup lookup;
    private final List<Target> targets;
    private final Path[] paths;
    /** Whether it uses up the key that it matches. */
    private final boolean real;

    private final boolean putsName;
    /** Whether its key matches whenever it is asked, so that it can be entered late. */
    private final boolean isKnown;
    /** The constant that it puts, as a name; NONE if it puts something else. */
    private final int constant;

    private ShiftLeaf(SpecKey key, Pointer pointer, List<Target> targets, Names.Builder names) {
        this.pointer = pointer;
        this.key = key;
        this.matcher = ShiftMatcher.of(key, names);
        this.lookup = key instanceof SpecKey.Lookup found ? PathKey.Lookup.of(found, names) : null;
        this.targets = List.copyOf(targets);
        this.paths = targets.stream().map(Target::path).toArray(Path[]::new);
        this.real = !ShiftRules.isSpecial(key);
        this.putsName = key instanceof SpecKey.MatchedName || key instanceof SpecKey.Constant;
        int name = matcher instanceof ShiftMatcher.Known known ? known.name() : NONE;
        this.isKnown = lookup != null || name != NONE;
        this.constant = key instanceof SpecKey.Constant ? name : NONE;
    }

    static ShiftLeaf of(SpecKey key, Pointer pointer, List<Target> targets, Names.Builder names) {
        return new ShiftLeaf(key, pointer, targets, names);
    }

    /**
     * Where a value goes.
     *
     * @param pointer of the path in the mapping
     */
    record Target(Pointer pointer, List<SpecKey> keys, Path path) {}

    private void putTraced(Run run, int output, int data) {
        if (key instanceof SpecKey.MatchedName matched) {
            run.named(data, run.walk.value(1 + matched.reference().level()));
        }
        run.at(pointer);
        run.read(data);
        for (var target : targets) {
            run.at(target.pointer());
            run.fired();
            target.path().write(run, output, data);
        }
    }

    @Override
    public SpecKey key() {
        return key;
    }

    List<Target> targets() {
        return targets;
    }

    PathKey.@Nullable Lookup lookup() {
        return lookup;
    }

    /** The constant that it puts, as a name; {@link #NONE} if it puts something else. */
    int constant() {
        return constant;
    }

    @Override
    public boolean apply(Run run, int output, int matched, int value) {
        run.step();
        int here = value == Document.ABSENT ? Document.NULL : value;
        int data = lookup == null ? here : lookup.read(run);
        if (data == Document.ABSENT) {
            return false;
        }
        if (isKnown && !run.isTraced()) {
            put(run, output, here, constant == NONE ? data : run.document().nameAsText(constant));
            return real;
        }
        if (!enter(run, matched, here)) {
            return false;
        }
        if (putsName) {
            data = run.document().nameAsText(run.walk.key(0));
        }
        if (run.isTraced()) {
            putTraced(run, output, data);
        } else {
            for (var path : paths) {
                path.write(run, output, data);
            }
        }
        run.walk.up();
        if (real) {
            run.walk.countMatch();
        }
        return real;
    }

    /** Goes down for those paths alone that look at where the value was found. */
    private void put(Run run, int output, int here, int data) {
        for (var path : paths) {
            if (!path.writeFromAbove(run, output, data)) {
                enter(run, NONE, here);
                path.write(run, output, data);
                run.walk.up();
            }
        }
        if (real) {
            run.walk.countMatch();
        }
    }

    private boolean enter(Run run, int matched, int here) {
        if (lookup != null) {
            run.walk.downAlike(here);
            return true;
        }
        return matcher.enter(run, matched, here);
    }
}
