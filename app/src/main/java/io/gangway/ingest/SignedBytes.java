package io.gangway.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts together what a sender has signed, by the template of its descriptor. */
final class SignedBytes {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(id|timestamp|method|path|body|/[^}]*)}");
    private static final String BODY = "{body}";

    private SignedBytes() {}

    /** @param body the body as it may have been signed: as sent, or unpacked */
    static byte[] of(IncomingWebhook webhook, byte[] body, @Nullable String id, @Nullable String statedTime) {
        var template = webhook.endpoint().verifier().signedOrDefault();
        if (template.equals(BODY)) {
            return body;
        }
        var bytes = new ByteArrayOutputStream(body.length + 200);
        var matcher = PLACEHOLDER.matcher(template);
        int end = 0;
        while (matcher.find()) {
            bytes.writeBytes(utf8(template.substring(end, matcher.start())));
            var name = matcher.group(1);
            bytes.writeBytes(
                    switch (name) {
                        case "id" -> utf8(id);
                        case "timestamp" -> utf8(statedTime);
                        case "method" -> utf8(webhook.method());
                        case "path" -> utf8(webhook.path());
                        case "body" -> body;
                        default -> utf8(BodyPointer.readProven(webhook.body(), name));
                    });
            end = matcher.end();
        }
        bytes.writeBytes(utf8(template.substring(end)));
        return bytes.toByteArray();
    }

    private static byte[] utf8(@Nullable String text) {
        return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
    }
}
