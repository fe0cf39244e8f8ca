package io.gangway.mapping.step;

import io.gangway.mapping.plan.Operation;
import io.gangway.mapping.plan.Run;

/** An operation that can work on a part of the document as if it were all of it. */
interface Step extends Operation {
    /** As {@link Operation#apply}; {@code at} is the place of {@code root}. */
    int apply(Run run, int root, Position at);

    @Override
    default int apply(Run run, int root) {
        return apply(run, root, Position.ROOT);
    }
}
