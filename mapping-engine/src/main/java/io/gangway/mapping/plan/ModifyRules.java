package io.gangway.mapping.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A rule of a modify that has rules below it. */
final class ModifyRules implements ModifyRule {
    /** What the rules below ask for, and what is made where there is nothing. */
    enum Container {
        OBJECT,
        ARRAY,
        EITHER
    }

    private final Key key;
    private final Container container;
    private final ModifyRule[] named;
    /** Names, or indexes of an array. */
    private final int[] names;

    private final ModifyRule[] patterns;
    private final int size;
    private final boolean nameOrPattern;

    private ModifyRules(Key key, Container container, ModifyRule[] named, int[] names, ModifyRule[] patterns) {
        this.key = key;
        this.container = container;
        this.named = named;
        this.names = names;
        this.patterns = patterns;
        int largest = 0;
        for (int i = 0; i < named.length; i++) {
            if (container == Container.ARRAY && !named[i].key().onlyIfPresent()) {
                largest = Math.max(largest, Math.min(names[i], Integer.MAX_VALUE - 1) + 1);
            }
        }
        this.size = largest;
        this.nameOrPattern = named.length > 0
                && patterns.length > 0
                && container == Container.ARRAY
                && key.mode() == Modify.Mode.DEFINE;
    }

    static ModifyRules of(Key key, Container container, List<ModifyRule> children, Names.Builder names) {
        var named = children.stream()
                .filter(child -> !(child.key().spec() instanceof SpecKey.Wildcard))
                .toArray(ModifyRule[]::new);
        var ids = new int[named.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = switch (named[i].key().spec()) {
                case SpecKey.Literal literal -> names.id(literal.name());
                case SpecKey.Position position -> position.position();
                default -> throw new IllegalStateException(String.valueOf(named[i].key()));
            };
        }
        Comparator<ModifyRule> order =
                ShiftRules.PatternOrder.of(rule -> rule.key().spec());
        return new ModifyRules(
                key,
                container,
                named,
                ids,
                children.stream()
                        .filter(child -> child.key().spec() instanceof SpecKey.Wildcard)
                        .sorted(order)
                        .toArray(ModifyRule[]::new));
    }

    @Override
    public Key key() {
        return key;
    }

    List<ModifyRule> children() {
        return Stream.concat(Stream.of(named), Stream.of(patterns)).toList();
    }

    @Override
    public boolean apply(Run run, int matched, int value) {
        if (!key.matches(run, matched)) {
            return false;
        }
        if (value == Document.ABSENT && key.onlyIfPresent()) {
            return true;
        }
        run.steps(1L + named.length);
        var document = run.document();
        var groups = run.groups;
        int here = value == Document.ABSENT ? Document.NULL : value;
        if (!fits(document, here)) {
            return true;
        }
        if (document.isNull(here)) {
            here = made(run, matched);
        }
        int itemCount = key.size(run);
        if (document.isList(here)) {
            groups = null;
            itemCount = document.count(here);
            if (container == Container.ARRAY) {
                document.expand(here, size);
            }
        }
        run.walk.down(here, matched, groups, itemCount);
        switch (document.flags(here) & (Document.KIND | Document.SORTED)) {
            case Document.KIND_OBJECT -> members(run, here);
            case Document.KIND_ARRAY -> items(run, here, itemCount);
            case Document.KIND_NULL -> {}
            default -> byPattern(run, document.internName(JavaValues.text(document, here)), Document.ABSENT);
        }
        run.walk.up();
        return true;
    }

    private boolean fits(Document document, int value) {
        return switch (container) {
            case OBJECT -> document.isNull(value) || document.isObject(value);
            case ARRAY -> document.isNull(value) || document.isList(value);
            case EITHER -> !document.isNull(value);
        };
    }

    /** A new container for the rules below, null if the mode forbids it. */
    private int made(Run run, int matched) {
        var document = run.document();
        int parent = run.walk.value(0);
        if (document.isObject(parent) && !Walk.isIndex(matched)) {
            if (key.mode().allowsMember(document, parent, matched)) {
                int made = newContainer(document);
                document.put(parent, matched, made);
                return made;
            }
        } else if (document.isList(parent) && Walk.isIndex(matched)) {
            int index = Walk.index(matched);
            if (key.mode().allowsItem(document, parent, index, run.walk.size())) {
                if (index >= document.count(parent)) {
                    throw RunFailed.transform(
                            "There is no item %d in an array of %d.".formatted(index, document.count(parent)));
                }
                int made = newContainer(document);
                document.setItemAt(parent, index, made);
                return made;
            }
        }
        return Document.NULL;
    }

    private int newContainer(Document document) {
        return container == Container.ARRAY ? document.newArray() : document.newObject();
    }

    private void members(Run run, int object) {
        var document = run.document();
        for (int i = 0; i < named.length; i++) {
            named[i].apply(run, names[i], document.get(object, names[i]));
        }
        if (patterns.length > 0) {
            int count = document.count(object);
            for (int i = 0; i < count; i++) {
                document.checkUnchanged(object, count);
                byPattern(run, document.nameAt(object, i), document.valueAt(object, i));
            }
        }
    }

    private void items(Run run, int array, int itemCount) {
        var document = run.document();
        if (!nameOrPattern) {
            for (int i = 0; i < named.length; i++) {
                named[i].apply(run, Walk.ofIndex(names[i]), item(document, array, names[i], itemCount));
            }
        }
        if (patterns.length > 0) {
            for (int i = 0; i < document.count(array); i++) {
                int value = item(document, array, i, itemCount);
                if (!nameOrPattern || !byIndex(run, i, value)) {
                    byPattern(run, Walk.ofIndex(i), value);
                }
            }
        }
    }

    /** What was added for the spec's sake is absent, not null. */
    private static int item(Document document, int array, int index, int itemCount) {
        if (index >= document.count(array)) {
            return Document.ABSENT;
        }
        int value = document.itemAt(array, index);
        return index >= itemCount && document.isNull(value) ? Document.ABSENT : value;
    }

    private boolean byIndex(Run run, int index, int value) {
        run.steps(names.length / 8);
        for (int i = 0; i < names.length; i++) {
            if (names[i] == index) {
                named[i].apply(run, Walk.ofIndex(index), value);
                return true;
            }
        }
        return false;
    }

    private void byPattern(Run run, int matched, int value) {
        for (var rule : patterns) {
            if (rule.apply(run, matched, value)) {
                return;
            }
        }
    }
}
