package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run has to say about the messages that it leaves. Steps remark it at values and objects, for only at the end is
 * it known which messages these belong to. Most runs have nothing to say. Not thread-safe.
 */
public final class Remarks {
    private final Document document;
    private final Set<Integer> standIns = new HashSet<>();
    private final Set<Integer> withoutItems = new HashSet<>();
    private final List<Unmapped> unmapped = new ArrayList<>();
    /** Stand-ins, and statuses without a row, of messages that a step has dropped. */
    private final Set<Integer> dropped = new HashSet<>();

    Remarks(Document document) {
        this.document = document;
    }

    /**
     * Codes that have no row of their own.
     *
     * @param message that they were looked up for
     * @param status the value that was made of them
     */
    public record Unmapped(String list, List<String> codes, int message, int status) {
        public Unmapped {
            codes = List.copyOf(codes);
        }
    }

    /**
     * Where in a message a value or an object is that something was remarked at.
     *
     * @param message index of the message
     * @param path of the value below its message
     */
    public record Found(int node, int message, Pointer path) {}

    boolean isStandIn(int node) {
        return standIns.contains(node);
    }

    boolean hasStandIns() {
        return !standIns.isEmpty();
    }

    void addStandIn(int node) {
        standIns.add(node);
    }

    void addWithoutItems(int message) {
        withoutItems.add(message);
    }

    void addUnmapped(Unmapped codes) {
        unmapped.add(codes);
    }

    void addDropped(int message) {
        var marks = marks();
        search(message, Pointer.ROOT, new HashSet<>(), (container, position, value, path) -> {
            if (marks.contains(value)) {
                dropped.add(value);
            }
        });
    }

    /** Whether a message was to be made of each item of a list, and the list has none. */
    public boolean isWithoutItems(int message) {
        return withoutItems.contains(message);
    }

    public List<Unmapped> unmapped() {
        return List.copyOf(unmapped);
    }

    /** Whether a value went away with a message that a step dropped. */
    public boolean isDropped(int node) {
        return dropped.contains(node);
    }

    /** All places in these messages that have something that was remarked at, in their order. */
    public List<Found> find(int[] messages) {
        var marks = marks();
        var found = new ArrayList<Found>();
        for (int i = 0; i < messages.length; i++) {
            int message = i;
            search(messages[i], Pointer.ROOT, new HashSet<>(), (container, position, value, path) -> {
                if (marks.contains(value)) {
                    found.add(new Found(value, message, path));
                }
            });
        }
        return found;
    }

    /** Takes the stand-ins out of these messages, so that nobody takes them for values. */
    public void removeStandIns(int[] messages) {
        var places = new ArrayList<int[]>();
        var seen = new HashSet<Integer>();
        for (int message : messages) {
            search(message, Pointer.ROOT, seen, (container, position, value, path) -> {
                if (isStandIn(value) && container != Document.ABSENT) {
                    places.add(new int[] {container, position});
                }
            });
        }
        // From behind, for what is removed from an object moves those after it.
        for (var place : places.reversed()) {
            if (document.isObject(place[0])) {
                document.remove(place[0], document.nameAt(place[0], place[1]));
            } else {
                document.setItemAt(place[0], place[1], Document.NULL);
            }
        }
    }

    private Set<Integer> marks() {
        var marks = new HashSet<>(standIns);
        for (var codes : unmapped) {
            marks.add(codes.status);
            marks.add(codes.message);
        }
        return marks;
    }

    /** Shows a value and all that is below it, but what is below a container only once. */
    private void search(int node, Pointer path, Set<Integer> seen, Visitor visitor) {
        visitor.visit(Document.ABSENT, 0, node, path);
        below(node, path, 0, seen, visitor);
    }

    private void below(int node, Pointer path, int depth, Set<Integer> seen, Visitor visitor) {
        boolean object = document.isObject(node);
        if ((!object && !document.isArray(node)) || !seen.add(node)) {
            return;
        }
        document.checkDepth(depth);
        for (int i = 0; i < document.count(node); i++) {
            document.countVisit();
            int value = object ? document.valueAt(node, i) : document.itemAt(node, i);
            var at = object ? path.child(document.nameText(document.nameAt(node, i))) : path.child(i);
            visitor.visit(node, i, value, at);
            below(value, at, depth + 1, seen, visitor);
        }
    }

    /** Sees a value and what it stands in, {@link Document#ABSENT} for one that is looked at first. */
    private interface Visitor {
        void visit(int container, int position, int value, Pointer path);
    }
}
