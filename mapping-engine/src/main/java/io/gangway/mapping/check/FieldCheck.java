package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Gangway's own operations put into the fields of a message. */
record FieldCheck(MessageFields message, Map<?, ?> spec, Pointer pointer, Effort effort) {
    void apply(String operation) {
        switch (operation) {
            case "code" -> code();
            case "country" -> country();
            case "first" -> first();
            case "id", "join" -> fill(Shape.scalar(place()), !found("from").isEmpty());
            case "match", "slice" -> fill(Shape.scalar(place()), isSourceFound());
            case "measure" -> fill(Shape.scalar(place()), isSourceFound() & isFound("unitFrom"));
            case "money" -> fill(money(), isSourceFound() & isFound("currencyFrom"));
            case "set" -> set();
            case "split" -> fill(split(), isSourceFound());
            case "time" -> time();
            case "translate" -> translate();
            default -> throw new IllegalStateException(operation);
        }
    }

    private String field() {
        return String.valueOf(spec.get("field"));
    }

    private Pointer place() {
        return pointer.child("field");
    }

    private List<String> found(String member) {
        return message.found(spec, member, pointer);
    }

    /** Whether all of a member's paths can be there, or there are none. */
    private boolean isFound(String member) {
        return found(member).size() == MessageFields.paths(spec, member).size();
    }

    private boolean isSourceFound() {
        return spec.get("from") == null ? message.find(field(), place()) : isFound("from");
    }

    /** What is done to a field in place is done to every text; blank ones and others stay. */
    private void fill(Shape made, boolean found) {
        if (!found) {
            return;
        }
        var old = message.get(field());
        var left = old == null || !isInPlace() ? old : old.withoutTexts(text -> !text.isBlank());
        put(left == null ? made : Shape.union(made, left, effort, 0));
    }

    private boolean isInPlace() {
        var from = MessageFields.paths(spec, "from");
        return from.isEmpty() || from.contains(field());
    }

    private void put(Shape value) {
        message.put(field(), value, place());
    }

    private void code() {
        found("key");
        for (var field : List.of("status", "reason", "responsible")) {
            message.put(field, Shape.scalar(pointer), pointer);
        }
        // Only where no step has put one.
        var old = message.message().known("rawCode");
        var made = Shape.scalar(pointer);
        message.put("rawCode", old == null ? made : Shape.union(old, made, effort, 0), pointer);
    }

    private void country() {
        if (isSourceFound()) {
            put(Shape.scalar(place()));
        } else {
            message.remove(field());
        }
    }

    private void first() {
        Shape made = null;
        for (var path : found("from")) {
            made = Shape.unionOrNull(made, message.get(path), effort, 0);
        }
        if (made != null) {
            var old = message.get(field());
            var first = made.from(place());
            put(old == null ? first : Shape.union(first, old, effort, 0));
        }
    }

    private void set() {
        spec.forEach((name, value) -> {
            var field = String.valueOf(name);
            message.put(field, Shapes.of(value, pointer.child(field), effort), pointer.child(field));
        });
    }

    private void time() {
        found("zoneFrom");
        for (var zone : MessageFields.paths(spec, "zoneFromPlace")) {
            message.find(zone + ".countryCode", pointer.child("zoneFromPlace"));
        }
        fill(Shape.scalar(place()), isSourceFound());
    }

    private void translate() {
        var from = MessageFields.paths(spec, "from");
        var source = message.get(from.isEmpty() ? field() : from.getFirst());
        if (isSourceFound() && source != null) {
            var made = new TranslationCheck(source, effort).made(spec, pointer, isInPlace());
            fill(made.from(place()), true);
        }
    }

    private Shape money() {
        if ("decimal".equals(spec.get("to"))) {
            return Shape.scalar(place());
        }
        var members = new LinkedHashMap<String, Shape>();
        members.put("minorUnits", Shape.scalar(place()));
        members.put("currency", Shape.scalar(place()));
        return Shape.object(members, place(), null);
    }

    private Shape split() {
        var part = Shape.scalar(place());
        return spec.get("item") == null ? Shape.array(part, place(), null) : part;
    }
}
