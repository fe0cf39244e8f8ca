package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Gangway's own operations put into the fields of a message. */
record FieldCheck(MessageFields message, Map<?, ?> spec, Pointer pointer, Effort effort) {
    void apply(String operation) {
        switch (operation) {
            case "code" -> code();
            case "country" -> country();
            case "first" -> first();
            case "id", "join" -> fill(Shape.scalar(place()), isAnyFound());
            case "match" -> fill(Shape.scalar(place()), isSourceFound());
            case "slice" -> slice();
            case "measure" -> fill(Shape.scalar(place()), isSourceFound() & isFound("unitFrom"));
            case "money" -> fill(money(), isSomethingFound() & isFound("currencyFrom"));
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

    /** Whether there can be a text where the operation looks for it; without one it does nothing. */
    private boolean isSourceFound() {
        return areSourcesFound() && sources().stream().allMatch(this::canBeText);
    }

    /** The same where canonical money, an object, is read as well. */
    private boolean isSomethingFound() {
        return areSourcesFound()
                && sources().stream().map(message::get).noneMatch(source -> source == null || source.isNothing());
    }

    private boolean areSourcesFound() {
        return spec.get("from") == null ? message.find(field(), place()) : isFound("from");
    }

    private boolean isAnyFound() {
        return found("from").stream()
                .map(message::get)
                .anyMatch(source -> source != null && (source.items() != null || canBeText(source)));
    }

    private List<String> sources() {
        return spec.get("from") == null ? List.of(field()) : MessageFields.paths(spec, "from");
    }

    private boolean canBeText(String path) {
        var source = message.get(path);
        return source != null && canBeText(source);
    }

    private boolean canBeText(Shape source) {
        effort.spend(1 + source.constants().size());
        return source.isAnything()
                || source.isScalar()
                || !source.constants().keySet().stream().allMatch(String::isBlank);
    }

    /** What was there stays if nothing is made; a text that is worked on in place goes. */
    private void fill(Shape made, boolean found) {
        if (found) {
            var old = message.get(field());
            put(made, old == null || !isInPlace() ? old : old.withoutTexts(text -> !text.isBlank()));
        }
    }

    private boolean isInPlace() {
        var from = MessageFields.paths(spec, "from");
        return from.isEmpty() || from.contains(field());
    }

    /** {@code old} may be gone, so that nothing in it is to blame. */
    private void put(Shape made, @Nullable Shape old) {
        var value = old == null ? made : Shape.union(made, old.doubtful(effort, 0), effort, 0);
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
            // What is no country is left out.
            put(Shape.scalar(place()).unsure(), null);
        } else {
            message.remove(field());
        }
    }

    private void slice() {
        if (isSourceFound()) {
            fill(Shape.scalar(place()), true);
            if (canBeEmpty()) {
                message.doubt(field());
            }
        }
    }

    /** Whether a slice of a text can be; its first and last character are not blank. */
    private boolean canBeEmpty() {
        long start = spec.get("start") instanceof Number number ? number.longValue() : 0;
        if (spec.get("end") instanceof Number end) {
            return start != 0 || end.longValue() <= 0;
        }
        return start > 0;
    }

    private void first() {
        Shape made = null;
        for (var path : found("from")) {
            var source = message.get(path);
            if (source != null && !source.isNothing()) {
                // Those behind the first may never be reached.
                made = made == null ? source : Shape.union(made, source.doubtful(effort, 0), effort, 0);
            }
        }
        if (made != null) {
            put(made.from(place()), message.get(field()));
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
        var dayField = spec.get("dayField");
        if (dayField instanceof String day && isSourceFound()) {
            var made = Shape.scalar(pointer.child("dayField")).unsure();
            var old = message.get(day);
            message.put(
                    day,
                    old == null ? made : Shape.union(made, old.doubtful(effort, 0), effort, 0),
                    pointer.child("dayField"));
        }
        fill(dayField == null ? Shape.scalar(place()) : Shape.scalar(place()).unsure(), isSourceFound());
    }

    private void translate() {
        boolean found = isSourceFound();
        var source = message.get(sources().getFirst());
        if (!found || source == null) {
            return;
        }
        var made = new TranslationCheck(source, effort).made(spec, pointer, isInPlace());
        if (made.isNothing()) {
            message.doubt(field());
        } else {
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
