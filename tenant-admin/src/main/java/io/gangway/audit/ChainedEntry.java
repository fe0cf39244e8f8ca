package io.gangway.audit;

import io.gangway.kernel.TenantId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is chained. Its hash is the SHA-256 of the former entry's hash and of all fields, each framed by its length in
 * bytes: {@code 5:hello}, {@code -} for null. The time is in microseconds since 1970.
 *
 * @param detail JSON as PostgreSQL writes it
 * @param hash as it is stored
 */
record ChainedEntry(
        TenantId tenant,
        long seq,
        UUID id,
        Instant at,
        String actor,
        String action,
        String subject,
        String detail,
        @Nullable String correlationId,
        @Nullable String address,
        byte[] hash) {

    byte[] hashAfter(byte[] former) {
        var text = new ByteArrayOutputStream();
        text.writeBytes(former);
        frame(text, String.valueOf(seq));
        frame(text, tenant.value().toString());
        frame(text, id.toString());
        frame(text, String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        frame(text, actor);
        frame(text, action);
        frame(text, subject);
        frame(text, detail);
        frame(text, correlationId);
        frame(text, address);
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toByteArray());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    private static void frame(ByteArrayOutputStream text, @Nullable String field) {
        if (field == null) {
            text.write('-');
            return;
        }
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        text.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        text.writeBytes(bytes);
    }
}
