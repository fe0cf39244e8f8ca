package io.gangway.mapping;

import org.jspecify.annotations.Nullable;

/** One step of a compiled mapping. Safe for use by several threads. */
sealed interface Step permits JoltStep, TimeStep, CodeStep, CountryStep {
    /** Returns the new document; null only if faults were added. May change the old one. */
    @Nullable
    Object apply(Object document, Faults faults);
}
