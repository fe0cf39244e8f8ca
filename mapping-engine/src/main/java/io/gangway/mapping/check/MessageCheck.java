package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Gangway's own operations make of messages, and what of them never does anything. */
final class MessageCheck {
    private final Findings findings;
    private final Effort effort;
    private final Object step = new Object();
    private final List<Shape> messages = new ArrayList<>();

    private MessageCheck(Findings findings, Effort effort) {
        this.findings = findings;
        this.effort = effort;
    }

    static Shape apply(
            String operation, Shape input, Map<?, ?> spec, Pointer pointer, Findings findings, Effort effort) {
        var check = new MessageCheck(findings, effort);
        var root = check.owned(input);
        switch (operation) {
            case "time" -> check.time(spec, pointer);
            case "country" -> check.country(spec, pointer);
            case "code" -> check.code(spec, pointer);
            default -> {
                return Shape.ANYTHING;
            }
        }
        return root;
    }

    /** Finds all messages: the document itself, or what its arrays hold, however nested. */
    private Shape owned(Shape value) {
        effort.spend(1);
        var own = value.ownedBy(step, effort);
        if (own.items() != null) {
            own.putItems(owned(own.items()));
        }
        if (own.isObject() || own.isAnything()) {
            messages.add(own);
        }
        return own;
    }

    private void time(Map<?, ?> spec, Pointer pointer) {
        var field = String.valueOf(spec.get("field"));
        boolean found = spec.containsKey("from") ? paths(spec, "from", pointer) : find(field, pointer.child("field"));
        if (spec.containsKey("zoneFrom")) {
            paths(spec, "zoneFrom", pointer);
        }
        if (found) {
            put(field, pointer.child("field"));
        }
    }

    private void country(Map<?, ?> spec, Pointer pointer) {
        var field = String.valueOf(spec.get("field"));
        boolean found = spec.containsKey("from") ? paths(spec, "from", pointer) : find(field, pointer.child("field"));
        if (found) {
            put(field, pointer.child("field"));
        }
    }

    private void code(Map<?, ?> spec, Pointer pointer) {
        paths(spec, "key", pointer);
        for (var field : List.of("status", "reason", "responsible")) {
            put(field, pointer);
        }
        for (var message : messages) {
            // Only where no step has put one.
            if (message.known("rawCode") == null) {
                message.put("rawCode", Shape.scalar(pointer));
            }
        }
    }

    /** Whether all of a member's paths can be there. */
    private boolean paths(Map<?, ?> spec, String member, Pointer pointer) {
        var place = pointer.child(member);
        if (!(spec.get(member) instanceof List<?> paths)) {
            return find(String.valueOf(spec.get(member)), place);
        }
        boolean all = true;
        for (int i = 0; i < paths.size(); i++) {
            all &= find(String.valueOf(paths.get(i)), place.child(i));
        }
        return all;
    }

    private boolean find(String path, Pointer place) {
        Missing missing = null;
        for (var message : messages) {
            var absent = missing(message, path.split("\\."));
            if (absent == null) {
                return true;
            }
            missing = missing == null ? absent : missing;
        }
        if (missing != null) {
            findings.missing(missing, place, true);
        }
        return missing == null;
    }

    private @Nullable Missing missing(Shape message, String[] parts) {
        var value = message;
        for (var part : parts) {
            var below = value.member(part, effort);
            if (below == null) {
                return Missing.of(part, value);
            }
            value = below;
        }
        return null;
    }

    private void put(String path, Pointer place) {
        var parts = path.split("\\.");
        for (var message : messages) {
            var object = message;
            for (int i = 0; i < parts.length - 1; i++) {
                var known = object.known(parts[i]);
                var below = known == null ? Shape.made(step, place) : known.ownedBy(step, effort);
                object.put(parts[i], below);
                object = below;
            }
            object.put(parts[parts.length - 1], Shape.scalar(place));
        }
    }
}
