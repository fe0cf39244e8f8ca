package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;

/** Copies values, so that what is done to one of two messages is not done to the other. */
final class Copies {
    private Copies() {}

    /** Scalars never change and are themselves. */
    static int of(Run run, int node) {
        return of(run, run.document(), node, 0);
    }

    private static int of(Run run, Document document, int node, int depth) {
        if (!document.isObject(node) && !document.isArray(node)) {
            return node;
        }
        document.checkDepth(depth);
        document.countVisit();
        int count = document.count(node);
        int copy = document.isObject(node) ? document.newObject() : document.newArray();
        run.derived(copy, node);
        for (int i = 0; i < count; i++) {
            boolean object = document.isObject(node);
            int value = object ? document.valueAt(node, i) : document.itemAt(node, i);
            int inner = of(run, document, value, depth + 1);
            if (object) {
                document.put(copy, document.nameAt(node, i), inner);
            } else {
                document.add(copy, inner);
            }
            run.wrote(copy, inner);
        }
        return copy;
    }
}
