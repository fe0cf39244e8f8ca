package io.gangway.ingest;

import io.gangway.partner.VerifierDescriptor;
import io.gangway.partner.VerifierDescriptor.TimestampFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * When a sender says that it signed.
 *
 * @param text as the sender wrote it, since those characters are what is signed
 */
record StatedTime(String text, Instant instant) {
    /** The time that the scheme has; null if it has none. Throws {@link Refused} if it is missing or can't be read. */
    static @Nullable StatedTime of(IncomingWebhook webhook, String proof) throws Refused {
        var descriptor = webhook.endpoint().verifier();
        var source = descriptor.timestamp();
        if (source == null) {
            return null;
        }
        var place = place(descriptor, source);
        var text = text(webhook, source, proof);
        if (text == null) {
            throw new Refused(
                    RefusalCause.TIMESTAMP_MISSING,
                    "The time of signing in %s is missing; this endpoint's scheme signs it.".formatted(place));
        }
        try {
            return new StatedTime(text, parse(source.format(), text.strip()));
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw new Refused(
                    RefusalCause.TIMESTAMP_UNREADABLE,
                    "The time of signing in %s can't be read. It must be %s."
                            .formatted(place, expected(source.format())));
        }
    }

    /** The refusal of a time that is too far from {@code now}; null if it is not. */
    Verdict.@Nullable Rejected outside(int toleranceSeconds, Instant now) {
        if (Duration.between(instant, now).abs().compareTo(Duration.ofSeconds(toleranceSeconds)) <= 0) {
            return null;
        }
        return new Verdict.Rejected(
                RefusalCause.TIMESTAMP_OUTSIDE_TOLERANCE,
                "The message was signed at '%s'; it is %s here and %d seconds are tolerated. Send it again with a new signature, and check the clock."
                        .formatted(text, now, toleranceSeconds));
    }

    private static @Nullable String text(IncomingWebhook webhook, VerifierDescriptor.Timestamp source, String proof) {
        if (source.header() != null) {
            return webhook.header(source.header());
        }
        if (source.bodyPointer() != null) {
            return BodyPointer.readProven(webhook.body(), source.bodyPointer());
        }
        return source.signatureKey() == null ? null : Proofs.part(proof, source.signatureKey());
    }

    private static String place(VerifierDescriptor descriptor, VerifierDescriptor.Timestamp source) {
        if (source.header() != null) {
            return "the header '%s'".formatted(source.header());
        }
        return source.bodyPointer() != null
                ? "'%s' of the body".formatted(source.bodyPointer())
                : "the part '%s=' of %s".formatted(source.signatureKey(), descriptor.proofPlace());
    }

    private static Instant parse(TimestampFormat format, String text) {
        return switch (format) {
            case UNIX -> Instant.ofEpochSecond(Long.parseLong(text));
            case ISO8601 -> OffsetDateTime.parse(text).toInstant();
            case RFC2822 ->
                ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        };
    }

    private static String expected(TimestampFormat format) {
        return switch (format) {
            case UNIX -> "in seconds since 1970, such as 1770091506";
            case ISO8601 -> "as ISO 8601 has it, with an offset, such as 2026-02-03T04:05:06Z";
            case RFC2822 -> "as RFC 2822 has it, such as Tue, 3 Feb 2026 04:05:06 GMT";
        };
    }
}
