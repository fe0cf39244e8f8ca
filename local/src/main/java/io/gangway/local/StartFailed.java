package io.gangway.local;

import org.jspecify.annotations.Nullable;

/** Something that a local run needs did not come up. The message is for the person at the terminal: what, where, remedy. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(String message) {
        super(message);
    }

    StartFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
