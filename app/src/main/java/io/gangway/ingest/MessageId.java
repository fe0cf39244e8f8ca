package io.gangway.ingest;

import io.gangway.kernel.PublicId;
import java.util.Optional;
import java.util.UUID;

/** Identifies a message. Public form: {@code msg_} and 32 hexadecimal digits; version 7, so it tells its time. */
public record MessageId(UUID value) {
    private static final String PREFIX = "msg";

    /** Empty if {@code text} is not of the public form. */
    public static Optional<MessageId> read(String text) {
        return PublicId.read(PREFIX, text).map(MessageId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
