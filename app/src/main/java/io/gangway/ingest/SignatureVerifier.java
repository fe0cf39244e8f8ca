package io.gangway.ingest;

import io.gangway.partner.VerificationKey;
import io.gangway.partner.VerifierDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides by a {@link VerifierDescriptor} whether a request is its sender's own, unchanged and recent. Works on the raw
 * bytes; any of several valid keys may match (rotation). No refusal shows a secret or what the proof should have been.
 */
final class SignatureVerifier {
    private static final int LONGEST_ID = 200;

    private final Clock clock;

    SignatureVerifier(Clock clock) {
        this.clock = clock;
    }

    Verdict verify(IncomingWebhook webhook) {
        try {
            return check(webhook);
        } catch (Refused refused) {
            return refused.verdict();
        }
    }

    /** Whether the part of the address that is a secret is right, for requests without a message. */
    boolean isAddressProven(IncomingWebhook webhook) {
        var descriptor = webhook.endpoint().verifier();
        var proof = Proofs.text(webhook);
        return proof != null
                && Proofs.read(descriptor, proof) instanceof Proofs.Reading.Candidates(var proofs)
                && matches(webhook, webhook.guarded().keys(), proofs, null, null);
    }

    /** Why a request whose body is still to come need not be read; null if it may have a proof. */
    static Verdict.@Nullable Rejected missingProof(IncomingWebhook head) {
        var descriptor = head.endpoint().verifier();
        if (descriptor.bodyPointer() != null || Proofs.text(head) != null) {
            return null;
        }
        return missing(descriptor);
    }

    private static Verdict.Rejected missing(VerifierDescriptor descriptor) {
        var place = descriptor.proofPlace();
        return new Verdict.Rejected(
                RefusalCause.SIGNATURE_MISSING,
                "%s is missing. This endpoint takes signed messages only."
                        .formatted(Character.toUpperCase(place.charAt(0)) + place.substring(1)));
    }

    private Verdict check(IncomingWebhook webhook) throws Refused {
        var descriptor = webhook.endpoint().verifier();
        var proof = Proofs.text(webhook);
        if (proof == null) {
            return missing(descriptor);
        }
        var id = statedId(webhook);
        var time = StatedTime.of(webhook, proof);
        var proofs = switch (Proofs.read(descriptor, proof)) {
            case Proofs.Reading.Candidates(var read) -> read;
            case Proofs.Reading.Unreadable(var detail) -> throw new Refused(RefusalCause.SIGNATURE_UNREADABLE, detail);
        };
        if (!matches(webhook, keysFor(webhook), proofs, id, time == null ? null : time.text())) {
            return wrong(descriptor);
        }
        var outside = time == null ? null : time.outside(descriptor.toleranceOrDefault(), clock.instant());
        return outside != null ? outside : genuine(webhook, id);
    }

    private static Verdict.Rejected wrong(VerifierDescriptor descriptor) {
        var remedy = descriptor.algorithm().signs()
                ? "Check the secret, and that the body is sent byte for byte as it was signed."
                : "Check the secret.";
        return new Verdict.Rejected(
                RefusalCause.SIGNATURE_WRONG,
                "The proof in %s does not match. %s".formatted(descriptor.proofPlace(), remedy));
    }

    /** The id of a header, or the one that a signature in the body signs; null if the scheme has neither. */
    private static @Nullable String statedId(IncomingWebhook webhook) throws Refused {
        var descriptor = webhook.endpoint().verifier();
        var messageId = descriptor.messageId();
        if (messageId == null) {
            return null;
        }
        if (messageId.header() != null) {
            var id = webhook.header(messageId.header());
            if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
                throw new Refused(
                        RefusalCause.MESSAGE_ID_MISSING,
                        "The header '%s' must carry the id of the message, at most %d characters."
                                .formatted(messageId.header(), LONGEST_ID));
            }
            return id;
        }
        var pointer = messageId.bodyPointer();
        if (pointer == null
                || descriptor.bodyPointer() == null
                || !descriptor.algorithm().signs()) {
            return null;
        }
        var id = BodyPointer.read(webhook.body(), pointer);
        if (id == null) {
            // Its bytes would not do: they are not what is signed.
            throw new Refused(
                    RefusalCause.MESSAGE_ID_MISSING,
                    "'%s' of the body must carry the id of the message, at most %d characters."
                            .formatted(pointer, LONGEST_ID));
        }
        return id;
    }

    private static Verdict genuine(IncomingWebhook webhook, @Nullable String statedId) {
        var messageId = webhook.endpoint().verifier().messageId();
        var id = statedId;
        if (id == null && messageId != null && messageId.bodyPointer() != null) {
            id = BodyPointer.read(webhook.body(), messageId.bodyPointer());
        }
        // A body without the promised id is still the sender's: its bytes identify it.
        return id == null
                ? new Verdict.Genuine(Digests.of("body", webhook.body()), null)
                : new Verdict.Genuine(Digests.of("id", id.getBytes(StandardCharsets.UTF_8)), id);
    }

    /** All keys, or those with the id that the request names. */
    private static List<VerificationKey> keysFor(IncomingWebhook webhook) throws Refused {
        var keyId = webhook.endpoint().verifier().keyId();
        var keys = webhook.guarded().keys();
        if (keyId == null) {
            return keys;
        }
        var id = webhook.header(keyId.header());
        if (id == null || id.isBlank()) {
            throw new Refused(
                    RefusalCause.KEY_UNKNOWN,
                    "The header '%s' is missing. It must name the key that signed the message."
                            .formatted(keyId.header()));
        }
        var named = keys.stream()
                .filter(key -> key instanceof VerificationKey.Public(var known, var anyKey) && id.equals(known))
                .toList();
        if (named.isEmpty()) {
            throw new Refused(
                    RefusalCause.KEY_UNKNOWN,
                    "The key that the header '%s' names is not in the key set of this endpoint. If the sender has a new key, enter its key set again."
                            .formatted(keyId.header()));
        }
        return named;
    }

    /** Signed are the bytes as sent; some senders sign first and compress then. */
    private static boolean matches(
            IncomingWebhook webhook,
            List<VerificationKey> keys,
            List<byte[]> proofs,
            @Nullable String id,
            @Nullable String statedTime) {
        var content = webhook.content();
        return matches(webhook, keys, proofs, content.sent(), id, statedTime)
                || content.isCompressed() && matches(webhook, keys, proofs, content.unpacked(), id, statedTime);
    }

    private static boolean matches(
            IncomingWebhook webhook,
            List<VerificationKey> keys,
            List<byte[]> proofs,
            byte[] body,
            @Nullable String id,
            @Nullable String statedTime) {
        var algorithm = webhook.endpoint().verifier().algorithm();
        var signed = algorithm.signs() ? SignedBytes.of(webhook, body, id, statedTime) : body;
        var found = false;
        for (var key : keys) {
            found |= KeyMatch.any(algorithm, key, proofs, signed);
        }
        return found;
    }
}
