package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happened to the values of one run, so that each value of its result can be explained. Not thread-safe. */
public final class Trace {
    /** Values that are followed, and what is told of one of them. */
    private static final int SOURCES = 1000;

    private final Document document;
    /** In the order of the payload. */
    private final Map<Integer, Pointer> input = new LinkedHashMap<>();

    private final Map<Integer, List<Write>> writes = new HashMap<>();
    private final Map<Integer, int[]> sources = new HashMap<>();
    private final Map<Integer, Integer> names = new HashMap<>();
    private final Map<Integer, Record> notes = new HashMap<>();
    private final Set<Integer> read = new HashSet<>();
    private final Set<Pointer> fired = new LinkedHashSet<>();
    private Pointer rule = Pointer.ROOT;

    Trace(Document document) {
        this.document = document;
    }

    private record Write(int container, Pointer rule) {}

    /**
     * Where a value came from.
     *
     * @param pointer into the payload
     * @param json the value as it stands there; a name if {@code isName}
     * @param isName whether the name of what stands there was taken, and not its value
     */
    public record Source(Pointer pointer, String json, boolean isName) {}

    /**
     * A value of the result that is no container, or an empty one.
     *
     * @param rules that put it there, in the order in which they did
     * @param notes what operations have to say about it
     */
    public record Value(Pointer pointer, String json, List<Source> sources, List<Pointer> rules, List<Record> notes) {
        public Value {
            sources = List.copyOf(sources);
            rules = List.copyOf(rules);
            notes = List.copyOf(notes);
        }
    }

    // ---- while the run goes on

    /** Tells the values of the payload apart, equal ones as well. Returns the root. */
    int begin(int root) {
        return enter(root, Pointer.ROOT);
    }

    private int enter(int node, Pointer pointer) {
        int own = document.isObject(node) || document.isArray(node) ? node : document.distinct(node);
        input.put(own, pointer);
        if (document.isObject(own)) {
            for (int i = 0; i < document.count(own); i++) {
                var name = document.nameText(document.nameAt(own, i));
                document.setValueAt(own, i, enter(document.valueAt(own, i), pointer.child(name)));
            }
        } else if (document.isArray(own)) {
            for (int i = 0; i < document.count(own); i++) {
                document.setItemAt(own, i, enter(document.itemAt(own, i), pointer.child(i)));
            }
        }
        return own;
    }

    /** What is told from now on is the work of this rule. */
    void at(Pointer next) {
        rule = next;
    }

    void fired() {
        fired.add(rule);
    }

    void read(int node) {
        fired();
        if (read.add(node)) {
            below(node).forEach(this::read);
        }
    }

    void lookedAt(int node) {
        read.add(node);
    }

    void wrote(int container, int value) {
        fired();
        writes.computeIfAbsent(value, first -> new ArrayList<>(1)).add(new Write(container, rule));
    }

    void derived(int made, int[] from) {
        fired();
        if (made != Document.ABSENT && !input.containsKey(made)) {
            sources.putIfAbsent(made, from.clone());
        }
        for (int source : from) {
            read(source);
        }
    }

    void named(int made, int node) {
        names.put(made, node);
    }

    void noted(int made, Record note) {
        notes.put(made, note);
    }

    private List<Integer> below(int node) {
        var below = new ArrayList<Integer>();
        if (document.isObject(node)) {
            for (int i = 0; i < document.count(node); i++) {
                below.add(document.valueAt(node, i));
            }
        } else if (document.isArray(node)) {
            for (int i = 0; i < document.count(node); i++) {
                below.add(document.itemAt(node, i));
            }
        }
        return below;
    }

    // ---- when it is over

    /** All values below a node, which stands at {@code pointer} in the result. */
    public List<Value> values(int node, Pointer pointer) {
        var values = new ArrayList<Value>();
        collect(node, pointer, new ArrayList<>(), values);
        return values;
    }

    private void collect(int node, Pointer pointer, List<Integer> containers, List<Value> values) {
        document.checkDepth(containers.size());
        document.countVisit();
        if ((!document.isObject(node) && !document.isArray(node)) || document.count(node) == 0) {
            values.add(new Value(
                    pointer, json(node), sourcesOf(node, containers), rulesOf(node, containers), notesOf(node)));
            return;
        }
        containers.add(node);
        for (int i = 0; i < document.count(node); i++) {
            if (document.isObject(node)) {
                var name = document.nameText(document.nameAt(node, i));
                collect(document.valueAt(node, i), pointer.child(name), containers, values);
            } else {
                collect(document.itemAt(node, i), pointer.child(i), containers, values);
            }
        }
        containers.removeLast();
    }

    private List<Source> sourcesOf(int node, List<Integer> containers) {
        var found = new LinkedHashSet<Source>();
        collectSources(node, found, new HashSet<>());
        // What was made as a whole, such as the parts of a split text, has the sources of the whole.
        for (int i = containers.size() - 1; i >= 0 && found.isEmpty(); i--) {
            if (sources.containsKey(containers.get(i))) {
                collectSources(containers.get(i), found, new HashSet<>());
            }
        }
        return List.copyOf(found);
    }

    private void collectSources(int node, Set<Source> found, Set<Integer> seen) {
        if (found.size() >= SOURCES || !seen.add(node)) {
            return;
        }
        var pointer = input.get(node);
        if (pointer != null) {
            read.add(node);
            found.add(new Source(pointer, json(node), false));
            return;
        }
        var named = names.get(node);
        if (named != null && input.containsKey(named)) {
            found.add(new Source(input.get(named), json(node), true));
            return;
        }
        for (int source : sources.getOrDefault(node, new int[0])) {
            collectSources(source, found, seen);
        }
    }

    /** Rules that put the value, or what it stands in, into what it stands in now; earlier ones first. */
    private List<Pointer> rulesOf(int node, List<Integer> containers) {
        var rules = new LinkedHashSet<Pointer>();
        int value = node;
        for (int i = containers.size() - 1; i >= -1 && rules.isEmpty(); i--) {
            int container = i < 0 ? Document.ABSENT : containers.get(i);
            var all = writes.getOrDefault(value, List.of());
            all.stream()
                    .filter(write -> write.container() == container)
                    .map(Write::rule)
                    .forEach(rules::add);
            if (rules.isEmpty()) {
                all.stream().map(Write::rule).forEach(rules::add);
            }
            value = container;
        }
        return List.copyOf(rules);
    }

    private List<Record> notesOf(int node) {
        var note = notes.get(node);
        return note == null ? List.of() : List.of(note);
    }

    /** Values of the payload that no rule looked at and that are not in the result. */
    public List<Pointer> unread() {
        return input.entrySet().stream()
                .filter(entry -> !read.contains(entry.getKey()))
                .filter(entry -> below(entry.getKey()).isEmpty())
                .map(Map.Entry::getValue)
                .toList();
    }

    private boolean isContainer(int node) {
        return document.isObject(node) || document.isArray(node);
    }

    /** Rules that found something to work on. */
    public Set<Pointer> firedRules() {
        return Set.copyOf(fired);
    }

    private String json(int node) {
        if (isContainer(node)) {
            return document.isObject(node) ? "{}" : "[]";
        }
        return document.json(node);
    }
}
