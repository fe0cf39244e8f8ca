package io.gangway.canonical;

import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PERSONAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label or another paper of a shipment: its content, or where to fetch it.
 *
 * @param carrier the carrier; absent inside a message that names it; at most 100 characters
 * @param trackingNumber the shipment; absent inside a message that names it; at most 100 characters
 * @param packageNumbers packages that it is for, empty if it is for all; at most 500 of at most 100 characters
 * @param type what it is
 * @param documentNumber number printed on it, at most 100 characters
 * @param mediaType such as application/pdf, at most 100 characters
 * @param fileName name for people, at most 200 characters
 * @param content the document itself, base64 as in RFC 4648 section 4, which is 5 MiB of bytes; at most 7000000
 *     characters
 * @param url where it can be fetched, at most 2000 characters
 * @param createdAt when it was made, in UTC
 */
@MessageType(name = "shipping-document", version = 1)
public record ShippingDocument(
        @Classified(PUBLIC) @MaxLength(100) @Nullable String carrier,
        @Classified(PUBLIC) @MaxLength(100) @Nullable String trackingNumber,
        @Classified(PUBLIC) @MaxItems(500) @MaxLength(100) List<String> packageNumbers,
        @Classified(INTERNAL) DocumentType type,
        @Classified(INTERNAL) @MaxLength(100) @Nullable String documentNumber,

        @Classified(INTERNAL) @MaxLength(100) @Format(TextFormat.MEDIA_TYPE) @Nullable
        String mediaType,

        @Classified(INTERNAL) @MaxLength(200) @Nullable String fileName,

        @Classified(PERSONAL) @MaxLength(7000000) @Format(TextFormat.BASE64) @Nullable
        String content,

        @Classified(PERSONAL) @MaxLength(2000) @Format(TextFormat.URL) @Nullable
        String url,

        @Classified(INTERNAL) @Nullable Instant createdAt)
        implements CanonicalMessage {
    public ShippingDocument {
        packageNumbers = List.copyOf(packageNumbers);
    }
}
