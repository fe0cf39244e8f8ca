package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.Map;

/** What 'each' makes of a message: it stays if it has no items, else there is an array of others. */
record EachCheck(MessageFields message, Findings findings) {
    void apply(Map<?, ?> spec, Pointer pointer) {
        var field = String.valueOf(spec.get("field"));
        var place = pointer.child("field");
        var kept = message.found(spec, "keep", pointer);
        var array = message.find(field, place) ? message.get(field) : null;
        if (array == null) {
            return;
        }
        var items = Shape.unionOrNull(array.items(), array.isAnything() ? Shape.ANYTHING : null, message.effort(), 0);
        boolean intoField = spec.get("as") != null;
        if (items == null || (items.isNothing() && !intoField)) {
            return;
        }
        if (!intoField && !items.isObject() && !items.isAnything()) {
            findings.fault(
                    "not-a-message",
                    place,
                    true,
                    "What '%s' holds is never an object, so that the step at %s rejects it. Add 'as' with the field that the item is put into."
                            .formatted(field, pointer.parent()));
            return;
        }
        var made = message.of(made(spec, pointer, items));
        for (var path : kept) {
            var value = message.get(path);
            if (value != null) {
                var own = made.get(path);
                // What an item has itself stays.
                made.put(
                        path,
                        own == null
                                ? value
                                : Shape.union(own, value.doubtful(message.effort(), 0), message.effort(), 0),
                        null);
            }
        }
        // With items it is gone, whatever was wrong with it.
        message.message().membersBecomeDoubtful(message.effort(), 0);
        if (array.items() != null) {
            var empty = array.unsure();
            empty.putItems(Shape.NOTHING);
            message.put(field, empty, null);
        }
        message.message().putItems(made.message());
    }

    private Shape made(Map<?, ?> spec, Pointer pointer, Shape item) {
        if (!(spec.get("as") instanceof String as)) {
            return item;
        }
        var place = pointer.child("as");
        var made = message.of(Shape.made(message.step(), place));
        made.put(as, item.from(place), place);
        return made.message();
    }
}
