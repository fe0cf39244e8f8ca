package io.gangway.api.webhook;

import io.gangway.api.webhook.DeclaredContent.Encoding;
import io.gangway.ingest.ReceivedBody;
import io.gangway.ingest.RefusalCause;
import io.gangway.partner.Endpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body and takes it out of its compression and form. All of it together keeps to the memory of its share. */
final class WebhookBodies {
    private static final int ZLIB_DEFLATED = 8;

    private WebhookBodies() {}

    /** Throws {@link RefusedBody} if it is too large, too slow, incomplete or not what it says it is. */
    static ReceivedBody read(InputStream in, Endpoint endpoint, DeclaredContent declared, BodyMemory.Share room)
            throws RefusedBody {
        var arriving = new ArrivingBody(room, endpoint.maxBodyBytes(), 0);
        try {
            check(arriving.readFrom(in), endpoint);
        } catch (IOException broken) {
            throw new RefusedBody(
                    RefusalCause.BODY_INCOMPLETE, "The body ended before it was complete. Send it again.");
        }
        var sent = arriving.bytes();
        if (sent.length == 0) {
            return ReceivedBody.plain(sent);
        }
        var unpacked = declared.encoding() == Encoding.NONE ? sent : unpack(sent, declared.encoding(), endpoint, room);
        var formField = endpoint.verifier().formField();
        if (!declared.form() || formField == null) {
            return new ReceivedBody(sent, unpacked, unpacked);
        }
        return new ReceivedBody(sent, unpacked, field(unpacked, formField));
    }

    static String tooLarge(Endpoint endpoint) {
        return "The body is larger than the %d bytes that this endpoint takes. Send fewer events in one message."
                .formatted(endpoint.maxBodyBytes());
    }

    private static void check(ArrivingBody.End end, Endpoint endpoint) throws RefusedBody {
        switch (end) {
            case COMPLETE -> {}
            case TOO_LARGE -> throw new RefusedBody(RefusalCause.BODY_TOO_LARGE, tooLarge(endpoint));
            case NO_ROOM ->
                throw new RefusedBody(
                        RefusalCause.OVERLOADED, "Too many messages are being received. Send it again shortly.");
            case TOO_SLOW ->
                throw new RefusedBody(
                        RefusalCause.BODY_INCOMPLETE,
                        "The body did not arrive within %d seconds. Send it again."
                                .formatted(ArrivingBody.PATIENCE.toSeconds()));
        }
    }

    private static byte[] unpack(byte[] sent, Encoding encoding, Endpoint endpoint, BodyMemory.Share room)
            throws RefusedBody {
        var unpacked = new ArrivingBody(room, endpoint.maxBodyBytes(), sent.length);
        var inflater = new Inflater(!hasZlibHeader(sent));
        try (var packed = new ByteArrayInputStream(sent);
                var plain = encoding == Encoding.GZIP
                        ? new GZIPInputStream(packed)
                        : new InflaterInputStream(packed, inflater)) {
            check(unpacked.readFrom(plain), endpoint);
        } catch (IOException broken) {
            throw new RefusedBody(
                    RefusalCause.CONTENT_ENCODING_BROKEN,
                    "The content encoding is '%s', and the body can't be unpacked by it."
                            .formatted(encoding == Encoding.GZIP ? "gzip" : "deflate"));
        } finally {
            inflater.end();
        }
        return unpacked.bytes();
    }

    /** HTTP says that deflate has one; some senders leave it out. */
    private static boolean hasZlibHeader(byte[] sent) {
        return sent.length >= 2
                && (sent[0] & 0x0f) == ZLIB_DEFLATED
                && (((sent[0] & 0xff) << 8) | (sent[1] & 0xff)) % 31 == 0;
    }

    private static byte[] field(byte[] form, String name) throws RefusedBody {
        var value = find(new String(form, StandardCharsets.UTF_8), name);
        if (value == null) {
            throw new RefusedBody(
                    RefusalCause.FORM_FIELD_MISSING,
                    "The form has no readable field '%s', which must hold the message as JSON.".formatted(name));
        }
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String find(String form, String name) {
        try {
            int start = 0;
            while (start < form.length()) {
                int end = form.indexOf('&', start);
                end = end < 0 ? form.length() : end;
                int equals = form.indexOf('=', start);
                if (equals >= 0
                        && equals < end
                        && URLDecoder.decode(form.substring(start, equals), StandardCharsets.UTF_8)
                                .equals(name)) {
                    return URLDecoder.decode(form.substring(equals + 1, end), StandardCharsets.UTF_8);
                }
                start = end + 1;
            }
            return null;
        } catch (IllegalArgumentException notEncoded) {
            return null;
        }
    }
}
