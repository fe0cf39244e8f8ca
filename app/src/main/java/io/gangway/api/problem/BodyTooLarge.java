package io.gangway.api.problem;

import java.io.IOException;

/** A body grew past what is taken; the message says how much that is. */
final class BodyTooLarge extends IOException {
    BodyTooLarge(String message) {
        super(message);
    }
}
