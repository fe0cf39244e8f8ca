package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message of every item of an array in a message. A message without such an array stays as it is.
 *
 * @param kept fields of the message that its items get, unless they have something there themselves
 * @param as where in its message an item is put; null if the item is the message
 */
record EachStep(
        FieldPath field, List<FieldPath> kept, @Nullable FieldPath as) implements Step {
    static @Nullable EachStep compile(SpecObject spec) {
        var field = spec.path("field");
        var kept = spec.has("keep") ? spec.paths("keep") : List.<FieldPath>of();
        var as = spec.optionalPath("as");
        spec.refuseOthers("field", "keep", "as");
        return field == null ? null : new EachStep(field, kept, as);
    }

    @Override
    public boolean lacksItems(Run run) {
        return run.hasEmptyList(field.toString());
    }

    @Override
    public int apply(Run run, int root, Position at) {
        return spread(run, run.document(), root, at, 0);
    }

    private int spread(Run run, Document document, int node, Position at, int depth) {
        document.checkDepth(depth);
        document.countVisit();
        if (document.isArray(node)) {
            int array = document.newArray();
            for (int i = 0; i < document.count(node); i++) {
                int spread = spread(run, document, document.itemAt(node, i), at.item(i), depth + 1);
                document.add(array, spread);
                run.wrote(array, spread);
            }
            return array;
        }
        int items = document.isObject(node) ? field.get(document, node) : Document.ABSENT;
        if (document.isArray(items) && document.count(items) > 0) {
            return messages(run, document, node, items, at);
        }
        if (isEmptyList(document, items) || (items == Document.ABSENT && lacksItems(run))) {
            run.withoutItems(node);
        }
        return node;
    }

    /** What is neither missing nor something else than a list. */
    private static boolean isEmptyList(Document document, int items) {
        return items != Document.ABSENT
                && (document.isNull(items)
                        || ((document.isArray(items) || document.isObject(items)) && document.count(items) == 0));
    }

    private int messages(Run run, Document document, int parent, int items, Position at) {
        int array = document.newArray();
        for (int i = 0; i < document.count(items); i++) {
            document.countVisit();
            int item = document.itemAt(items, i);
            int message = Copies.of(run, item);
            if (as != null) {
                message = document.newObject();
                as.put(run, message, Copies.of(run, item), item);
            } else if (!document.isObject(item)) {
                run.fault(
                        "not-a-message",
                        at.in(field).item(i).pointer().toString(),
                        "What '%s' holds there is not an object. Add 'as' to the step, with the field that the item is put into."
                                .formatted(field));
                continue;
            }
            for (var path : kept) {
                document.countVisit();
                int value = path.get(document, parent);
                if (value != Document.ABSENT && !Scalar.isPresent(document, path.get(document, message))) {
                    path.put(run, message, Copies.of(run, value), value);
                }
            }
            document.add(array, message);
            run.wrote(array, message);
        }
        return array;
    }
}
