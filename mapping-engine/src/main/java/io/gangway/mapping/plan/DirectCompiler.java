package io.gangway.mapping.plan;

import io.gangway.mapping.plan.DirectForm.Loop;
import io.gangway.mapping.plan.DirectForm.Slot;
import io.gangway.mapping.plan.DirectForm.Unfit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds out whether the rules of a shift are those of a {@link DirectShift}. */
final class DirectCompiler {
    /** A shift with more than this is left as it is. */
    private static final int SLOTS = 1000;

    private static final int DEPTH = 32;

    /** Each of the payload's objects has something to learn. */
    private static final int OBJECTS = 100;

    private final DirectForm form;
    /** What stands on each level of the walk through the rules. */
    private final List<Level> levels = new ArrayList<>();
    /** Arrays around the rules at hand, from the outside. */
    private final List<Loop> loops = new ArrayList<>();

    private final Names names;
    private int sequence;
    private int objects;

    private DirectCompiler(DirectForm form, Names names) {
        this.form = form;
        this.names = names;
    }

    /** Null if they are not. */
    static @Nullable DirectShift compile(ShiftRules rules, int rootName, Names names) {
        var form = new DirectForm(rootName, names);
        var compiler = new DirectCompiler(form, names);
        try {
            var frame = new Frame(0);
            // The walk has the root twice: as what it begins with, and as what matched the rules' own key.
            var root = compiler.source(rules, frame, null, 2);
            return form.shift(root.build(), frame.size);
        } catch (Unfit unfit) {
            return null;
        }
    }

    private record Level(@Nullable Members object, @Nullable Loop index) {}

    private static final class Frame {
        private final int level;
        private int size;

        private Frame(int level) {
            this.level = level;
        }

        private int add() {
            if (size == SLOTS) {
                throw new Unfit();
            }
            return size++;
        }
    }

    private sealed interface Source {
        DirectSource build();
    }

    private record Items(Source item, Frame frame) implements Source {
        @Override
        public DirectSource.Items build() {
            return new DirectSource.Items(item.build(), frame.size);
        }
    }

    private final class Members implements Source {
        private final Frame frame;
        private final Map<Integer, Member> members = new LinkedHashMap<>();

        private Members(Frame frame) {
            this.frame = frame;
            if (++objects > OBJECTS) {
                throw new Unfit();
            }
        }

        private Member member(int name) {
            if (Shape.keepsOthersOf(names.text(name))) {
                throw new Unfit();
            }
            return members.computeIfAbsent(name, unknown -> new Member(frame.add()));
        }

        private Slot value(int name) {
            var member = member(name);
            if (member.below != null) {
                throw new Unfit();
            }
            member.isValue = true;
            return new Slot(frame.level, member.slot);
        }

        private Members object(int name) {
            var member = member(name);
            if (member.below == null) {
                member.setBelow(new Members(frame));
            }
            if (member.below instanceof Members object) {
                return object;
            }
            throw new Unfit();
        }

        @Override
        public DirectSource.Members build() {
            var slots = new HashMap<Integer, Integer>();
            var parts = new ArrayList<DirectSource.Part>();
            members.forEach((name, member) -> {
                if (member.below == null) {
                    slots.put(name, member.slot);
                } else {
                    slots.put(name, DirectSource.Part.mark(parts.size()));
                    parts.add(new DirectSource.Part(member.slot, member.below.build()));
                }
            });
            return new DirectSource.Members(
                    Map.copyOf(slots), parts.toArray(DirectSource.Part[]::new), new DirectSource.Learned());
        }
    }

    private static final class Member {
        private final int slot;
        private boolean isValue;
        private @Nullable Source below;

        private Member(int slot) {
            this.slot = slot;
        }

        private void setBelow(Source source) {
            if (isValue || below != null) {
                throw new Unfit();
            }
            below = source;
        }
    }

    private Source source(ShiftRules rules, Frame frame, @Nullable Loop index, int times) {
        if (rules.hasNamesAlone()) {
            var members = new Members(frame);
            fill(members, rules, index, times);
            return members;
        }
        var item = rules.onlyItem();
        if (item == null) {
            throw new Unfit();
        }
        var loop = new Loop(frame.level + 1, frame.add());
        return items(item, loop, index, times);
    }

    private Items items(ShiftRules item, Loop loop, @Nullable Loop index, int times) {
        enter(null, index, times);
        loops.add(loop);
        loop.first = sequence;
        var frame = new Frame(loop.level);
        var source = source(item, frame, loop, 1);
        loop.behind = sequence;
        loops.removeLast();
        leave(times);
        return new Items(source, frame);
    }

    private void enter(@Nullable Members object, @Nullable Loop index, int times) {
        if (levels.size() > DEPTH) {
            throw new Unfit();
        }
        for (int i = 0; i < times; i++) {
            levels.add(new Level(object, index));
        }
    }

    private void leave(int times) {
        for (int i = 0; i < times; i++) {
            levels.removeLast();
        }
    }

    private void fill(Members members, ShiftRules rules, @Nullable Loop index, int times) {
        if (rules.lookup() != null) {
            throw new Unfit();
        }
        enter(members, index, times);
        form.weigh(rules.special().length + rules.names().length);
        // Special rules work on whatever is there; that it is an object is sure of the root and of items alone.
        if (rules.special().length > 0 && index == null && levels.size() > 2) {
            throw new Unfit();
        }
        for (var rule : rules.special()) {
            switch (rule) {
                case ShiftLeaf leaf when leaf.lookup() != null -> write(leaf, found(leaf.lookup()), ShiftLeaf.NONE);
                case ShiftLeaf leaf when leaf.constant() != ShiftLeaf.NONE -> write(leaf, null, leaf.constant());
                default -> throw new Unfit();
            }
        }
        for (int i = 0; i < rules.names().length; i++) {
            int name = rules.names()[i];
            switch (rules.named()[i]) {
                case ShiftLeaf leaf -> write(leaf, members.value(name), ShiftLeaf.NONE);
                case ShiftRules below when below.hasNamesAlone() -> fill(members.object(name), below, null, 1);
                case ShiftRules below -> {
                    var item = below.onlyItem();
                    if (item == null) {
                        throw new Unfit();
                    }
                    var member = members.member(name);
                    var loop = new Loop(members.frame.level + 1, member.slot);
                    member.setBelow(items(item, loop, null, 1));
                }
            }
        }
        leave(times);
    }

    /** What a lookup finds: a member of an object further up. */
    private Slot found(PathKey.Lookup lookup) {
        var path = lookup.path();
        int level = levels.size() - 1 - lookup.level();
        var object = level < 0 ? null : levels.get(level).object();
        if (object == null || path == null || !path.isOfMembers() || path.length() > DEPTH) {
            throw new Unfit();
        }
        form.weigh(path.length());
        for (int i = 0; i < path.length() - 1; i++) {
            object = object.object(path.fixed(i));
        }
        return object.value(path.fixed(path.length() - 1));
    }

    private void write(ShiftLeaf leaf, @Nullable Slot value, int constant) {
        for (var target : leaf.targets()) {
            var path = target.path();
            if (path.length() > DEPTH) {
                throw new Unfit();
            }
            var indexes = new TreeMap<Integer, Loop>();
            for (int i = 0; i < path.length(); i++) {
                if (path.levelsUp(i) != Path.NONE) {
                    indexes.put(i, index(path.levelsUp(i), leaf.lookup() != null));
                }
            }
            if (!List.copyOf(indexes.values()).equals(loops)) {
                throw new Unfit();
            }
            form.add(path, indexes, new DirectForm.Written(value, constant, sequence++, List.copyOf(loops)));
        }
    }

    /** The array whose index is the key so many levels up, from a leaf; a lookup has the key of what it stands in. */
    private Loop index(int levelsUp, boolean ofLookup) {
        int level = levels.size() - (ofLookup && levelsUp == 0 ? 1 : levelsUp);
        var index =
                level < 0 || level >= levels.size() ? null : levels.get(level).index();
        if (index == null) {
            throw new Unfit();
        }
        return index;
    }
}
