package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that puts something somewhere: the value that it matches, or a name, a constant, or a value found elsewhere.
 *
 * @param lookup where the value comes from if it comes from elsewhere
 */
record ShiftLeaf(SpecKey key, ShiftMatcher matcher, PathKey.@Nullable Lookup lookup, List<Target> targets)
        implements ShiftRule {
    /**
     * Where a value goes.
     *
     * @param pointer of the path in the mapping
     */
    record Target(Pointer pointer, List<SpecKey> keys, Path path) {}

    static ShiftLeaf of(SpecKey key, List<Target> targets, Names.Builder names) {
        return new ShiftLeaf(
                key,
                ShiftMatcher.of(key, names),
                key instanceof SpecKey.Lookup lookup ? PathKey.Lookup.of(lookup, names) : null,
                List.copyOf(targets));
    }

    @Override
    public boolean apply(Run run, int output, int matched, int value) {
        run.step();
        int here = value == Document.ABSENT ? Document.NULL : value;
        int data = lookup == null ? here : lookup.read(run);
        if (data == Document.ABSENT || !matcher.enter(run, matched, here)) {
            return false;
        }
        boolean real = !ShiftRules.isSpecial(key);
        if (key instanceof SpecKey.MatchedName || key instanceof SpecKey.Constant) {
            data = run.document().nameAsText(run.walk.key(0));
        }
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).path().write(run, output, data);
        }
        run.walk.up();
        if (real) {
            run.walk.countMatch();
        }
        return real;
    }
}
