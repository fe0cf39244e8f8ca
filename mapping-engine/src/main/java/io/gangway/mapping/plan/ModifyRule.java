package io.gangway.mapping.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of a modify. */
sealed interface ModifyRule permits ModifyRules, ModifyRule.Leaf {
    /** @param onlyIfPresent what has no value stays as it is */
    record Key(SpecKey spec, Modify.Mode mode, boolean onlyIfPresent) {
        boolean isOfMember() {
            return spec instanceof SpecKey.Literal
                    || (spec instanceof SpecKey.Wildcard wildcard && !(wildcard.pattern() instanceof NamePattern.Any));
        }

        /** Whether a key of the walk fits; its groups are kept in {@code run.groups}. */
        boolean matches(Run run, int key) {
            run.groups = null;
            return switch (spec) {
                case SpecKey.Literal literal -> true;
                case SpecKey.Position position -> run.walk.size() != Walk.NO_SIZE && isCanonical(position);
                case SpecKey.Wildcard wildcard -> {
                    if (wildcard.pattern() instanceof NamePattern.Any) {
                        yield true;
                    }
                    var text = Walk.isIndex(key)
                            ? Integer.toString(Walk.index(key))
                            : run.document().nameText(key);
                    run.groups = wildcard.pattern().match(text, run.patterns());
                    yield run.groups != null;
                }
                default -> false;
            };
        }

        /** The size of the array above, if the key is one of its indexes. */
        int size(Run run) {
            return isOfMember() ? Walk.NO_SIZE : run.walk.size();
        }

        /** Jolt compares indexes as texts, so it never finds item '00'. */
        private static boolean isCanonical(SpecKey.Position position) {
            return Integer.toString(position.position()).equals(position.digits());
        }
    }

    Key key();

    /** Works on the value of a key, or where there is none on {@link Document#ABSENT}. Returns whether the key fits. */
    boolean apply(Run run, int key, int value);

    /**
     * Sets the first of several values that there is.
     *
     * @param pointer of the rule in the mapping
     */
    record Leaf(Key key, Pointer pointer, List<ModifyValue> values) implements ModifyRule {
        @Override
        public boolean apply(Run run, int matched, int value) {
            if (!key.matches(run, matched)) {
                return false;
            }
            if (value == Document.ABSENT && key.onlyIfPresent()) {
                return true;
            }
            run.step();
            int container = run.walk.value(0);
            int size = key.size(run);
            @Nullable List<String> groups = run.groups;
            run.walk.down(value == Document.ABSENT ? Document.NULL : value, matched, groups, size);
            run.at(pointer);
            int made = Document.ABSENT;
            for (int i = 0; i < values.size() && made == Document.ABSENT; i++) {
                made = values.get(i).evaluate(run, value);
            }
            run.walk.up();
            if (made != Document.ABSENT) {
                set(run, container, matched, size, made);
            }
            return true;
        }

        private void set(Run run, int container, int matched, int size, int made) {
            var document = run.document();
            if (document.isObject(container) && !Walk.isIndex(matched)) {
                if (key.mode().allowsMember(document, container, matched)) {
                    document.put(container, matched, made);
                    run.wrote(container, made);
                }
            } else if (document.isList(container) && Walk.isIndex(matched) && size != Walk.NO_SIZE) {
                int index = Walk.index(matched);
                if (key.mode().allowsItem(document, container, index, size)) {
                    document.setItemAt(container, index, made);
                    run.wrote(container, made);
                }
            } else {
                throw RunFailed.transform(
                        "A value is to be set below one that is neither an object nor an array. Name what has to be an object.");
            }
        }
    }
}
