package io.gangway.mapping.plan;

import io.gangway.mapping.plan.DirectResult.Act;
import io.gangway.mapping.plan.DirectResult.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects where the values of a {@link DirectShift} go. */
final class DirectForm {
    /** In place of a part. */
    private static final DirectResult NOTHING = new DirectResult.Places(List.of());

    private final int rootName;
    private final Names names;
    private final ObjectForm holder = new ObjectForm();
    private int weight;

    DirectForm(int rootName, Names names) {
        this.rootName = rootName;
        this.names = names;
    }

    /** The rules are not those of a {@link DirectShift}. */
    static final class Unfit extends RuntimeException {
        Unfit() {
            super("The result of the shift has no known form.", null, false, false);
        }
    }

    /**
     * An array of the payload with rules for its items.
     *
     * @param level of the frames of its items
     * @param slot for them in the frame around
     */
    static final class Loop {
        final int level;
        final int slot;
        /** Of what is written for its items: the first, and one after the last. */
        int first;

        int behind;

        Loop(int level, int slot) {
            this.level = level;
            this.slot = slot;
        }
    }

    /** Where a value stands that is taken. */
    record Slot(int level, int number) {}

    /**
     * Something that is written to a place of its own.
     *
     * @param value null for a constant
     * @param sequence of the writing among all
     * @param loops around it
     */
    record Written(@Nullable Slot value, int constant, int sequence, List<Loop> loops) implements Form {}

    private sealed interface Form {}

    private static final class ObjectForm implements Form {
        private final Map<Integer, Form> members = new LinkedHashMap<>();
    }

    /** What is written to its end, one after the other. */
    private static final class ListForm implements Form {
        private final List<Form> items = new ArrayList<>();
    }

    private static final class ItemsForm implements Form {
        private final Loop loop;
        private @Nullable Form item;

        private ItemsForm(Loop loop) {
            this.loop = loop;
        }

        private Form item() {
            return Objects.requireNonNull(item);
        }
    }

    private static final class PlacesForm implements Form {
        private final Map<Integer, Form> items = new TreeMap<>();
    }

    /** Counts what a payload's item may cost beside what is written for it. */
    void weigh(int work) {
        weight += work;
    }

    /** {@code indexes} are the arrays whose index a key of the path is. */
    void add(Path path, Map<Integer, Loop> indexes, Written written) {
        weight++;
        Form container = holder;
        for (int i = 0; i < path.length(); i++) {
            boolean isLast = i == path.length() - 1;
            var next = isLast ? written : container(path, i + 1, indexes.get(i + 1));
            var there = put(container, path, i, next);
            if (there != null && (isLast || !isAlike(there, next))) {
                throw new Unfit();
            }
            container = there == null ? next : there;
        }
    }

    private static boolean isAlike(Form one, Form other) {
        return one instanceof ItemsForm items && other instanceof ItemsForm others
                ? items.loop == others.loop
                : one.getClass() == other.getClass();
    }

    private Form container(Path path, int key, @Nullable Loop index) {
        weight++;
        if (path.isMember(key)) {
            return new ObjectForm();
        }
        if (path.isAppend(key)) {
            return new ListForm();
        }
        return index == null ? new PlacesForm() : new ItemsForm(index);
    }

    /** Puts something where nothing is; returns what is there already. */
    private static @Nullable Form put(Form container, Path path, int key, Form next) {
        return switch (container) {
            case ObjectForm object
            when path.isMember(key) && path.fixed(key) != Path.NONE ->
                object.members.putIfAbsent(path.fixed(key), next);
            case PlacesForm places
            when !path.isMember(key) && !path.isAppend(key) && path.fixed(key) >= 0 ->
                places.items.putIfAbsent(path.fixed(key), next);
            case ItemsForm items
            when path.levelsUp(key) != Path.NONE && !path.isMember(key) -> {
                var there = items.item;
                if (there == null) {
                    items.item = next;
                }
                yield there;
            }
            case ListForm list
            when path.isAppend(key) && next instanceof Written -> {
                list.items.add(next);
                yield null;
            }
            default -> throw new Unfit();
        };
    }

    DirectShift shift(DirectSource payload, int size) {
        var root = holder.members.get(rootName);
        // What is to be said of a result that is null, and only a value alone can be, others say.
        if (root == null || root instanceof Written || holder.members.size() > 1) {
            throw new Unfit();
        }
        checkOrder(root, 0);
        return new DirectShift(new DirectSource.Items(payload, size), result(root, 0), depth(root), weight);
    }

    /**
     * Members stand in the order in which Jolt first writes to them. That is the same for all payloads if it has done with
     * one before it begins the next.
     */
    private static void checkOrder(Form form, int loops) {
        switch (form) {
            case ObjectForm object -> {
                int behind = 0;
                for (var member : object.members.values()) {
                    if (first(member, loops) < behind) {
                        throw new Unfit();
                    }
                    behind = behind(member, loops);
                    checkOrder(member, loops);
                }
            }
            case PlacesForm places -> places.items.values().forEach(item -> checkOrder(item, loops));
            case ItemsForm items -> checkOrder(items.item(), loops + 1);
            case ListForm list -> {}
            case Written written -> {}
        }
    }

    /** Of what is written there, {@code loops} arrays further in than the payload; an array's rules come again and again. */
    private static int first(Form form, int loops) {
        return written(form)
                .mapToInt(each -> each.loops.size() > loops ? each.loops.get(loops).first : each.sequence)
                .min()
                .orElseThrow();
    }

    private static int behind(Form form, int loops) {
        return written(form)
                .mapToInt(each -> each.loops.size() > loops ? each.loops.get(loops).behind : each.sequence + 1)
                .max()
                .orElseThrow();
    }

    private static Stream<Written> written(Form form) {
        return switch (form) {
            case ObjectForm object -> object.members.values().stream().flatMap(DirectForm::written);
            case PlacesForm places -> places.items.values().stream().flatMap(DirectForm::written);
            case ItemsForm items -> written(items.item());
            case ListForm list -> list.items.stream().flatMap(DirectForm::written);
            case Written each -> Stream.of(each);
        };
    }

    private static int depth(Form form) {
        return switch (form) {
            case ObjectForm object ->
                1
                        + object.members.values().stream()
                                .mapToInt(DirectForm::depth)
                                .max()
                                .orElse(0);
            case PlacesForm places ->
                1
                        + places.items.values().stream()
                                .mapToInt(DirectForm::depth)
                                .max()
                                .orElse(0);
            case ItemsForm items -> 1 + depth(items.item());
            // A value can be an array of scalars itself.
            case ListForm list -> 2;
            case Written each -> 1;
        };
    }

    /** {@code level} is that of the frames that the result is made of. */
    private DirectResult result(Form form, int level) {
        return switch (form) {
            case ObjectForm object -> container('{', '}', object, level);
            case ListForm list -> container('[', ']', list, level);
            case ItemsForm items ->
                new DirectResult.Items(result(items.item(), items.loop.level), items.loop.level, items.loop.slot);
            case PlacesForm places -> places(places, level);
            case Written written -> value(written.value);
        };
    }

    private static DirectResult value(@Nullable Slot value) {
        if (value == null) {
            throw new Unfit();
        }
        return new DirectResult.Value(value.level(), value.number());
    }

    private DirectResult places(PlacesForm places, int level) {
        int last =
                places.items.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        if (last != places.items.size() - 1) {
            throw new Unfit();
        }
        return new DirectResult.Places(
                places.items.values().stream().map(item -> result(item, level)).toList());
    }

    private DirectResult container(char open, char close, Form form, int level) {
        var acts = new ArrayList<Act>();
        addInside(form, acts, level);
        return new DirectResult.Container((byte) open, (byte) close, acts.toArray(Act[]::new), steady(acts, level));
    }

    private void addInside(Form form, List<Act> acts, int level) {
        if (form instanceof ListForm list) {
            list.items.forEach(item -> add(Act.ITEM, item, acts, level));
        } else if (form instanceof ObjectForm object) {
            object.members.forEach((name, member) -> add(name, member, acts, level));
        }
    }

    private void add(int name, Form form, List<Act> acts, int level) {
        switch (form) {
            case Written written -> {
                var value = written.value;
                acts.add(
                        value == null
                                ? act(Kind.CONSTANT, name, 0, written.constant, NOTHING)
                                : act(Kind.VALUE, name, value.level(), value.number(), NOTHING));
            }
            case ObjectForm object -> addContainer(name, new DirectResult.Container('{', '}'), object, acts, level);
            case ListForm list -> addContainer(name, new DirectResult.Container('[', ']'), list, acts, level);
            case ItemsForm items -> acts.add(act(Kind.PART, name, 0, 0, result(items, level)));
            case PlacesForm places -> acts.add(act(Kind.PART, name, 0, 0, result(places, level)));
        }
    }

    private void addContainer(int name, DirectResult.Container container, Form form, List<Act> acts, int level) {
        acts.add(act(Kind.OPEN, name, 0, 0, container));
        addInside(form, acts, level);
        acts.add(act(Kind.CLOSE, name, 0, 0, container));
    }

    private Act act(Kind kind, int name, int level, int slot, DirectResult part) {
        // A name stands in quotes, with a colon behind it.
        return name == Act.ITEM
                ? new Act(kind, name, 0, 0, level, slot, part)
                : new Act(kind, name, names.offset(name) - 1, names.length(name) + 3, level, slot, part);
    }

    /** How many acts at the beginning depend on nothing of this level, up to the end of a container. */
    private static int steady(List<Act> acts, int level) {
        int steady = 0;
        int open = 0;
        for (int i = 0; i < acts.size(); i++) {
            var act = acts.get(i);
            if (act.kind() == Kind.PART || act.kind() == Kind.VALUE && act.level() >= level) {
                break;
            }
            open += act.kind() == Kind.OPEN ? 1 : act.kind() == Kind.CLOSE ? -1 : 0;
            if (open == 0) {
                steady = i + 1;
            }
        }
        return steady;
    }
}
