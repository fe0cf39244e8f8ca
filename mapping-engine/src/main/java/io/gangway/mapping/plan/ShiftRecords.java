package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules that make an object of each item of an array, as {@code "*": {"city": "events[&1].place.city"}} does. Which
 * members such an object can have, and in what order, is known before any payload, so an item's values are collected
 * first and then written without following a path for each. Does for most items what {@link ShiftRules} would, and leaves
 * the others to them.
 *
 * <p>For rules that are names, lookups of members further up, and constants, whose paths all lead to the item with the
 * matched index in the same array, each to a place of its own there.
 */
final class ShiftRecords {
    private static final int NONE = -1;

    private final Members members;
    private final Beside[] beside;
    /** Slots of what is collected from an item; behind them are those of what is beside it. */
    private final int collected;

    private final int slots;
    private final Write[] writes;
    private final Container[] containers;
    /** One of the paths, for all lead to the same array. */
    private final Path path;

    private ShiftRecords(Compiler compiler, Members members, Path path) {
        this.members = members;
        this.path = path;
        this.collected = compiler.collected;
        this.beside = compiler.beside.toArray(Beside[]::new);
        this.slots = collected + beside.length;
        this.writes = compiler.writes.stream()
                .map(write -> write.slot < 0 ? write.from(collected - 1 - write.slot) : write)
                .toArray(Write[]::new);
        this.containers = compiler.containers.stream().map(Growing::made).toArray(Container[]::new);
    }

    /** Null if the rules for an item are not of this kind. */
    static @Nullable ShiftRecords of(ShiftRule item) {
        var compiler = new Compiler();
        var members = item instanceof ShiftRules rules && rules.matchesAny() ? compiler.members(rules, 0) : null;
        var path = compiler.path;
        return members == null || path == null ? null : new ShiftRecords(compiler, members, path);
    }

    /**
     * Where an object's values go.
     *
     * @param places by name: one more than a slot; the negative of one more than a place in {@code below}; or 0
     * @param rules that look at the object
     */
    private record Members(int[] places, Members[] below, int rules) {}

    /** A value that is the same for all items: one found further up, or the name of a constant. */
    private record Beside(PathKey.@Nullable Lookup lookup, int constant) {}

    /** Puts a slot's value into a container, by a name or at its {@link Path#END}. */
    private record Write(int slot, int container, int name, int steps) {
        Write from(int other) {
            return new Write(other, container, name, steps);
        }
    }

    /** What is made for an item once there is a value for it; the first is the item's object itself. */
    private record Container(int parent, int name, boolean array, int capacity, int marks) {}

    /**
     * Works on the items of an array from the first on that is left. Returns the index of the one that the rules
     * themselves have to work on, or how many there are.
     */
    int apply(Run run, int output, int array, int first) {
        var document = run.document();
        int values = run.reserve(slots + 2 * containers.length);
        boolean isFirst = true;
        int list = Document.ABSENT;
        int index = first;
        for (; index < document.count(array); index++) {
            int item = document.itemAt(array, index);
            if (!document.isObject(item)) {
                break;
            }
            Arrays.fill(run.keys, values, values + collected, Document.ABSENT);
            if (!collect(run, values, members, item)) {
                break;
            }
            if (isFirst) {
                findBeside(run, values);
                isFirst = false;
            }
            if (list == Document.ABSENT) {
                if (!hasValue(run.keys, values)) {
                    continue;
                }
                list = path.array(run, output);
                if (list == Document.ABSENT) {
                    break;
                }
            }
            int count = document.count(list);
            if (index < count && !document.isNull(document.itemAt(list, index))) {
                break;
            }
            int made = make(run, values);
            if (made != Document.ABSENT) {
                document.expand(list, index);
                if (index < count) {
                    document.setItemAt(list, index, made);
                } else {
                    document.add(list, made);
                }
            }
        }
        run.keyCount = values;
        return index;
    }

    private static boolean collect(Run run, int values, Members members, int object) {
        var document = run.document();
        int[] places = members.places;
        run.steps(members.rules);
        int count = document.count(object);
        for (int i = 0; i < count; i++) {
            int name = document.nameAt(object, i);
            int place = name < places.length ? places[name] : 0;
            if (place > 0) {
                run.keys[values + place - 1] = document.valueAt(object, i);
            } else if (place < 0) {
                int value = document.valueAt(object, i);
                if (document.isObject(value)) {
                    if (!collect(run, values, members.below[-place - 1], value)) {
                        return false;
                    }
                } else if (!document.isNull(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void findBeside(Run run, int values) {
        for (int i = 0; i < beside.length; i++) {
            var lookup = beside[i].lookup;
            int found;
            if (lookup == null) {
                found = run.document().nameAsText(beside[i].constant);
            } else {
                // The walk is still at the array, one level above the item.
                int from = run.walk.value(lookup.level() - 1);
                found = lookup.path() == null ? from : lookup.path().read(run, from);
            }
            run.keys[values + collected + i] = found;
        }
    }

    private boolean hasValue(int[] keys, int values) {
        for (int i = values; i < values + slots; i++) {
            if (keys[i] != Document.ABSENT) {
                return true;
            }
        }
        return false;
    }

    /** The object of an item; ABSENT if there is no value for it. */
    private int make(Run run, int values) {
        var document = run.document();
        int[] keys = run.keys;
        int made = values + slots;
        Arrays.fill(keys, made, made + 2 * containers.length, Document.ABSENT);
        int steps = 0;
        for (var write : writes) {
            int value = keys[values + write.slot];
            if (value != Document.ABSENT) {
                steps += write.steps;
                put(document, keys, made, write.container, write.name, value);
            }
        }
        for (int i = 0; i < containers.length; i++) {
            int node = keys[made + 2 * i];
            if (node != Document.ABSENT) {
                int end = keys[made + 2 * i + 1];
                if (containers[i].array) {
                    document.endItems(node, end);
                } else {
                    document.endMembers(node, end, containers[i].marks);
                }
            }
        }
        run.steps(steps);
        return keys[made];
    }

    /** For each container that was made stand from {@code made} on: its node, and where its next cell is. */
    private void put(Document document, int[] keys, int made, int place, int name, int value) {
        int at = made + 2 * place;
        if (keys[at] == Document.ABSENT) {
            make(document, keys, made, place);
        }
        int next = keys[at + 1];
        var cells = document.cells;
        if (name == Path.END) {
            cells[next] = value;
            keys[at + 1] = next + 1;
        } else {
            cells[next] = name;
            cells[next + 1] = value;
            keys[at + 1] = next + 2;
        }
    }

    private void make(Document document, int[] keys, int made, int place) {
        var container = containers[place];
        int node = container.array ? document.newArray(container.capacity) : document.newObject(container.capacity);
        keys[made + 2 * place] = node;
        keys[made + 2 * place + 1] = document.firstCell(node);
        if (container.parent != NONE) {
            put(document, keys, made, container.parent, container.name, node);
        }
    }

    /** A container of which it is not known yet how much it has to hold. */
    private static final class Growing {
        private final int parent;
        private final int name;
        private final boolean array;
        private int capacity;
        private int marks;

        Growing(int parent, int name, boolean array) {
            this.parent = parent;
            this.name = name;
            this.array = array;
        }

        void expect(int key) {
            capacity++;
            marks |= Document.mark(key);
        }

        Container made() {
            return new Container(parent, name, array, capacity, marks);
        }
    }

    /** Turns rules into this form, as long as they have it. */
    private static final class Compiler {
        private final List<Beside> beside = new ArrayList<>();
        private final List<Write> writes = new ArrayList<>();
        private final List<Growing> containers = new ArrayList<>(List.of(new Growing(NONE, NONE, false)));
        /** By their names from the item on. */
        private final Map<List<Integer>, Integer> containerAt = new HashMap<>(Map.of(List.of(), 0));

        private final Set<List<Integer>> taken = new HashSet<>();
        private int collected;
        private @Nullable Path path;

        /** Null if the rules have another form; {@code depth} is how far below the item the object is. */
        @Nullable
        Members members(ShiftRules rules, int depth) {
            if (!rules.hasNamesAlone() || depth > 0 && rules.special().length > 0) {
                return null;
            }
            for (var rule : rules.special()) {
                if (!(rule instanceof ShiftLeaf leaf) || !addBeside(leaf)) {
                    return null;
                }
            }
            var below = new ArrayList<Members>();
            int[] names = rules.names();
            var places = new int[Arrays.stream(names).max().orElse(NONE) + 1];
            for (int i = 0; i < names.length; i++) {
                switch (rules.named()[i]) {
                    case ShiftLeaf leaf -> {
                        places[names[i]] = ++collected;
                        if (!addWrites(leaf, collected - 1, depth)) {
                            return null;
                        }
                    }
                    case ShiftRules deeper -> {
                        var members = members(deeper, depth + 1);
                        if (members == null) {
                            return null;
                        }
                        below.add(members);
                        places[names[i]] = -below.size();
                    }
                }
            }
            return new Members(places, below.toArray(Members[]::new), names.length);
        }

        private boolean addBeside(ShiftLeaf leaf) {
            if (leaf.lookup() != null ? !isSteady(leaf.lookup()) : leaf.constant() == NONE) {
                return false;
            }
            // Those of the payload's own members come first; how many there are is not known yet.
            beside.add(new Beside(leaf.lookup(), leaf.constant()));
            return addWrites(leaf, -beside.size(), 0);
        }

        /** Whether it finds the same for all items, whatever is made of them. */
        private static boolean isSteady(PathKey.Lookup lookup) {
            return lookup.level() > 1 && (lookup.path() == null || lookup.path().isOfMembers());
        }

        private boolean addWrites(ShiftLeaf leaf, int slot, int depth) {
            for (var target : leaf.targets()) {
                if (!addWrite(target.path(), slot, depth)) {
                    return false;
                }
            }
            return true;
        }

        private boolean addWrite(Path to, int slot, int depth) {
            if (!to.isInItem(1 + depth) || path != null && !to.isInSameArray(path)) {
                return false;
            }
            path = to;
            var keys = to.keysInItem();
            var place = keys.subList(0, keys.size() - 1);
            int name = keys.getLast();
            int container = container(place, name == Path.END);
            if (container == NONE || name != Path.END && (containerAt.containsKey(keys) || !taken.add(keys))) {
                return false;
            }
            containers.get(container).expect(name);
            writes.add(new Write(slot, container, name, 1 + to.length()));
            return true;
        }

        /** NONE if something else is put there. */
        private int container(List<Integer> keys, boolean array) {
            var known = containerAt.get(keys);
            if (known != null) {
                return containers.get(known).array == array ? known : NONE;
            }
            int parent = container(keys.subList(0, keys.size() - 1), false);
            if (parent == NONE || taken.contains(keys)) {
                return NONE;
            }
            containers.get(parent).expect(keys.getLast());
            containers.add(new Growing(parent, keys.getLast(), array));
            containerAt.put(keys, containers.size() - 1);
            return containers.size() - 1;
        }
    }
}
