package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that puts something somewhere: the value that it matches, or a name, a constant, or a value found elsewhere. */
final class ShiftLeaf implements ShiftRule {
    private final SpecKey key;
    private final Pointer pointer;
    private final ShiftMatcher matcher;
    private final PathKey.@Nullable Lookup lookup;
    private final List<Target> targets;
    private final Path[] paths;
    /** Whether it uses up the key that it matches. */
    private final boolean real;

    private final boolean putsName;

    private ShiftLeaf(SpecKey key, Pointer pointer, List<Target> targets, Names.Builder names) {
        this.pointer = pointer;
        this.key = key;
        this.matcher = ShiftMatcher.of(key, names);
        this.lookup = key instanceof SpecKey.Lookup found ? PathKey.Lookup.of(found, names) : null;
        this.targets = List.copyOf(targets);
        this.paths = targets.stream().map(Target::path).toArray(Path[]::new);
        this.real = !ShiftRules.isSpecial(key);
        this.putsName = key instanceof SpecKey.MatchedName || key instanceof SpecKey.Constant;
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

    @Override
    public boolean apply(Run run, int output, int matched, int value) {
        run.step();
        int here = value == Document.ABSENT ? Document.NULL : value;
        int data = lookup == null ? here : lookup.read(run);
        if (data == Document.ABSENT) {
            return false;
        }
        // The matchers of nearly all leaves, without a call by interface.
        if (lookup != null) {
            run.walk.downAlike(here);
        } else if (matcher instanceof ShiftMatcher.Known(int name)) {
            run.walk.down(here, name, null, Walk.NO_SIZE);
        } else if (!matcher.enter(run, matched, here)) {
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
}
