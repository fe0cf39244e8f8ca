package io.gangway.registry;

/** A mapping may not go live this way; the message says why. */
public class ApprovalRefused extends RuntimeException {
    ApprovalRefused(String message) {
        super(message);
    }
}
