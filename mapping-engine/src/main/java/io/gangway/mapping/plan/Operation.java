package io.gangway.mapping.plan;

import java.util.List;

/** One step of a mapping. Immutable, safe for use by several threads. */
public interface Operation {
    /**
     * Works on the document of a run and returns its new root, {@link Document#NULL} if nothing is left. Throws {@link
     * RunFailed} if it can't be done or would use up too much.
     */
    int apply(Run run, int root);

    /** Whether it would make messages of the items of a list that a shift has found empty. */
    default boolean lacksItems(Run run) {
        return false;
    }

    /** Where the rules of this operation stand in the mapping; empty if it has none but itself. */
    default List<Pointer> rules() {
        return List.of();
    }
}
