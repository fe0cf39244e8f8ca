package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Gangway's own operations make of a document, and what of them never does anything. */
record MessageCheck(Findings findings, Effort effort, Object step) {
    static Shape apply(
            String operation, Shape input, Map<?, ?> spec, Pointer pointer, Findings findings, Effort effort) {
        return new MessageCheck(findings, effort, new Object()).document(operation, input, spec, pointer);
    }

    private Shape document(String operation, Shape document, Map<?, ?> spec, Pointer pointer) {
        var all = messages(document, 0);
        if (all == null) {
            return document;
        }
        var message = new MessageFields(all.ownedBy(step, effort), step, findings, effort);
        switch (operation) {
            case "keep", "drop" -> {
                return filtered(document, message, spec, pointer);
            }
            case "when" -> {
                return replaced(document, when(message, spec, pointer), 0);
            }
            case "each" -> new EachCheck(message, findings).apply(spec, pointer);
            case "within" -> within(message, spec, pointer);
            default -> new FieldCheck(message, spec, pointer, effort).apply(operation);
        }
        return replaced(document, message.message(), 0);
    }

    /** What any message can be: the document itself, or what its arrays hold, however nested; null if there is none. */
    private @Nullable Shape messages(Shape document, int depth) {
        effort.visit(depth);
        var below = document.items() == null ? null : messages(document.items(), depth + 1);
        if (!isMessage(document)) {
            return below;
        }
        return document.items() == null ? document : Shape.unionOrNull(document.withoutItems(), below, effort, 0);
    }

    private static boolean isMessage(Shape shape) {
        return shape.isObject() || shape.isAnything();
    }

    /** The document with another message wherever there is one. */
    private Shape replaced(Shape document, Shape message, int depth) {
        effort.visit(depth);
        var rest = document.withoutObject();
        rest.putItems(document.items() == null ? null : replaced(document.items(), message, depth + 1));
        return isMessage(document) ? Shape.union(message, rest, effort, 0) : rest;
    }

    private Shape filtered(Shape document, MessageFields message, Map<?, ?> spec, Pointer pointer) {
        askCondition(message, spec, pointer);
        // It may go, whatever was wrong with it.
        message.message().membersBecomeDoubtful(effort, 0);
        var left = replaced(document, message.message(), 0).ownedBy(step, effort);
        if (left.items() == null) {
            // Of a single message that goes, an empty array is left.
            left.putItems(Shape.NOTHING);
        }
        return left;
    }

    private Shape when(MessageFields message, Map<?, ?> spec, Pointer pointer) {
        if (spec.get("if") instanceof Map<?, ?> condition) {
            askCondition(message, condition, pointer.child("if"));
        }
        var before = message.message();
        var then = steps(before, spec.get("then"), pointer.child("then"));
        var otherwise = steps(before, spec.get("else"), pointer.child("else"));
        return Shape.union(doubted(then, before, otherwise), doubted(otherwise, before, then), effort, 0);
    }

    /** What one branch leaves alone may be gone if the other changes it. */
    private Shape doubted(Shape branch, Shape before, Shape other) {
        var doubted = branch.ownedBy(new Object(), effort);
        for (var name : before.names()) {
            var value = before.known(name);
            if (value != null && branch.known(name) == value && other.known(name) != value) {
                doubted.put(name, value.doubtful(effort, 0));
            }
        }
        return doubted;
    }

    private void within(MessageFields message, Map<?, ?> spec, Pointer pointer) {
        var field = String.valueOf(spec.get("field"));
        if (!message.find(field, pointer.child("field"))) {
            return;
        }
        var part = message.get(field);
        if (part != null) {
            message.put(field, steps(part, spec.get("steps"), pointer.child("steps")), null);
        }
    }

    private Shape steps(Shape document, @Nullable Object steps, Pointer pointer) {
        var made = document;
        int number = 0;
        for (var inner : steps instanceof List<?> list ? list : List.of()) {
            if (inner instanceof Map<?, ?> members && members.get("spec") instanceof Map<?, ?> spec) {
                made = apply(
                        String.valueOf(members.get("operation")),
                        made,
                        spec,
                        pointer.child(number).child("spec"),
                        findings,
                        effort);
            }
            number++;
        }
        return made;
    }

    private static void askCondition(MessageFields message, Map<?, ?> condition, Pointer pointer) {
        for (var several : List.of("all", "any")) {
            if (condition.get(several) instanceof List<?> conditions) {
                for (int i = 0; i < conditions.size(); i++) {
                    if (conditions.get(i) instanceof Map<?, ?> one) {
                        askCondition(message, one, pointer.child(several).child(i));
                    }
                }
            }
        }
        if (condition.get("not") instanceof Map<?, ?> not) {
            askCondition(message, not, pointer.child("not"));
        }
        if (condition.get("field") instanceof String field && message.find(field, pointer.child("field"))) {
            message.doubt(field);
        }
    }
}
