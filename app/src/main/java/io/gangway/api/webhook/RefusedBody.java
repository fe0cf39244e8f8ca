package io.gangway.api.webhook;

import io.gangway.ingest.RefusalCause;

/** Ends the reading of a body that is not taken; the message is safe to show to the sender. */
final class RefusedBody extends Exception {
    private final RefusalCause refusal;

    RefusedBody(RefusalCause refusal, String detail) {
        super(detail, null, false, false);
        this.refusal = refusal;
    }

    RefusalCause refusal() {
        return refusal;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
