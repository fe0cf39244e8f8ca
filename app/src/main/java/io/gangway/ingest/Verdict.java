package io.gangway.ingest;

import org.jspecify.annotations.Nullable;

/** What the verifier found. */
sealed interface Verdict {
    /**
     * @param fingerprint tells this message from all others of its endpoint
     * @param senderMessageId the sender's own id, if its scheme has one
     */
    record Genuine(byte[] fingerprint, @Nullable String senderMessageId) implements Verdict {}

    record Rejected(RefusalCause cause, String detail) implements Verdict {}
}
