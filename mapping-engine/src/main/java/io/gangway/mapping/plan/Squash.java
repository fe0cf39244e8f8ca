package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Jolt's functions that take something away from a container, in place. */
final class Squash {
    private Squash() {}

    /** Members or items that are null. */
    static int nulls(Run run, int value, boolean resizable) {
        var document = run.document();
        if (!document.isObject(value) && !document.isArray(value)) {
            return value;
        }
        run.steps(1L + document.count(value));
        var kept = new boolean[document.count(value)];
        boolean all = true;
        for (int i = 0; i < kept.length; i++) {
            kept[i] =
                    !document.isNull(document.isObject(value) ? document.valueAt(value, i) : document.itemAt(value, i));
            all &= kept[i];
        }
        if (all) {
            return value;
        }
        if (!resizable) {
            return Document.ABSENT;
        }
        retain(document, value, kept);
        return value;
    }

    static int nullsBelow(Run run, int value, boolean resizable) {
        return nullsBelow(run, value, resizable, 0);
    }

    private static int nullsBelow(Run run, int value, boolean resizable, int depth) {
        var document = run.document();
        if (depth > Document.DEPTH) {
            throw RunFailed.tooDeep(Document.DEPTH);
        }
        if (nulls(run, value, resizable) == Document.ABSENT) {
            return Document.ABSENT;
        }
        if (document.isObject(value)) {
            for (int i = 0; i < document.count(value); i++) {
                nullsBelow(run, document.valueAt(value, i), true, depth + 1);
            }
        } else if (document.isArray(value)) {
            for (int i = 0; i < document.count(value); i++) {
                nullsBelow(run, document.itemAt(value, i), true, depth + 1);
            }
        }
        return value;
    }

    /** Items that an earlier one equals; makes a new array. */
    static int duplicates(Run run, int value, boolean resizable) {
        var document = run.document();
        if (!document.isArray(value)) {
            return value;
        }
        // By hand, for a set compares values of one hash, which a payload can have by the thousands, without counting.
        var seen = new HashMap<Integer, List<@Nullable Object>>();
        var items = ArgumentForms.items(document, value);
        return ArgumentForms.array(
                document,
                Arrays.stream(items)
                        .filter(item -> isNew(run, seen, JavaValues.of(document, item)))
                        .toArray());
    }

    private static boolean isNew(Run run, Map<Integer, List<@Nullable Object>> seen, @Nullable Object value) {
        var alike = seen.computeIfAbsent(Objects.hashCode(value), unknown -> new ArrayList<>(1));
        for (var other : alike) {
            run.step();
            if (Objects.equals(other, value)) {
                return false;
            }
        }
        alike.add(value);
        return true;
    }

    private static void retain(Document document, int container, boolean[] kept) {
        if (document.isObject(container)) {
            document.retain(container, kept);
        } else {
            document.retainItems(container, kept);
        }
    }
}
