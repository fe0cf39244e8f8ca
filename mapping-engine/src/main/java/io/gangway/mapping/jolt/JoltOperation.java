package io.gangway.mapping.jolt;

import org.jspecify.annotations.Nullable;

/** One operation of Jolt with its spec. Safe for use by several threads. */
public interface JoltOperation {
    /**
     * Returns the new document, which may share parts with the old one and with the spec; the old one may be changed.
     * Throws {@link JoltFailed} if Jolt fails or would use up too much.
     */
    @Nullable
    Object apply(Object document);
}
