package io.gangway.ingest;

import io.gangway.rateplan.Allowance;

/** What became of a request at the door. */
public sealed interface Reception {
    /** It is on disk, and will end as events or as a dead letter. */
    record Accepted(MessageId message) implements Reception {}

    /** It was taken before; nothing happens again. */
    record Duplicate(MessageId original) implements Reception {}

    /** It was turned away, and nothing of its body is kept. {@code detail} is safe to show to the sender. */
    record Refused(RefusalCause cause, String detail) implements Reception {}

    /** It is genuine, and more than the partner's plan allows; the sender is asked to send it again. Nothing of it is kept. */
    record TooMany(Allowance allowance) implements Reception {}
}
