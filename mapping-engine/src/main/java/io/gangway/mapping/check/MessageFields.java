package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message, as Gangway's own operations name them: {@code place.city}.
 *
 * @param message which is the step's own
 */
record MessageFields(Shape message, Object step, Findings findings, Effort effort) {
    /** What it takes to compare a missing name with one that is there. */
    private static final int COMPARED = 4;

    MessageFields of(Shape other) {
        return new MessageFields(other.ownedBy(step, effort), step, findings, effort);
    }

    /** The paths that a member of a spec has, one or several; none if it is missing. */
    static List<String> paths(Map<?, ?> spec, String member) {
        var paths = new ArrayList<String>();
        switch (spec.get(member)) {
            case null -> {}
            case List<?> several -> several.forEach(path -> paths.add(String.valueOf(path)));
            case Object path -> paths.add(String.valueOf(path));
        }
        return paths;
    }

    /** Those of a member's paths that can be there; of the others it is told that they can't. */
    List<String> found(Map<?, ?> spec, String member, Pointer pointer) {
        var place = pointer.child(member);
        var paths = paths(spec, member);
        var found = new ArrayList<String>();
        for (int i = 0; i < paths.size(); i++) {
            if (find(paths.get(i), spec.get(member) instanceof List<?> ? place.child(i) : place)) {
                found.add(paths.get(i));
            }
        }
        return found;
    }

    /** Whether a field can be there; if not, it is told. */
    boolean find(String path, Pointer place) {
        var value = message;
        for (var part : parts(path)) {
            var below = value.member(part, effort);
            if (below == null) {
                effort.spend(
                        1 + COMPARED * (value.names().size() + value.constants().size()));
                findings.missing(Missing.ofMessage(part, value), place, true);
                return false;
            }
            value = below;
        }
        return true;
    }

    /** Null if it can't be there. */
    @Nullable
    Shape get(String path) {
        @Nullable Shape value = message;
        for (var part : parts(path)) {
            value = value == null ? null : value.member(part, effort);
        }
        return value;
    }

    /** {@code place} is to blame for objects that are made on the way; null if nothing is. */
    void put(String path, Shape value, @Nullable Pointer place) {
        var parts = parts(path);
        var object = message;
        for (var part : parts.subList(0, parts.size() - 1)) {
            var old = object.member(part, effort);
            var below = old == null
                    ? Shape.made(step, place)
                    : (place == null ? old : old.orFrom(place)).ownedBy(step, effort);
            below.makeWay(effort);
            object.put(part, below);
            object = below;
        }
        object.put(parts.getLast(), value);
    }

    /** What a condition asks of may be gone, with the message or for other steps. */
    void doubt(String path) {
        var value = get(path);
        if (value != null) {
            put(path, value.doubtful(effort, 0), null);
        }
    }

    void remove(String path) {
        var parts = parts(path);
        var object = message;
        for (var part : parts.subList(0, parts.size() - 1)) {
            var known = object.known(part);
            if (known == null) {
                return;
            }
            var below = known.ownedBy(step, effort);
            object.put(part, below);
            object = below;
        }
        object.remove(parts.getLast());
    }

    private static List<String> parts(String path) {
        return List.of(path.split("\\."));
    }
}
