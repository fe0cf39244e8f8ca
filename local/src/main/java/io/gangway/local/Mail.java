package io.gangway.local;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A mail as its reader sees it.
 *
 * @param to addresses, parted by commas
 * @param text its plain part; empty if it has none
 * @param html its HTML part; empty if it has none
 */
public record Mail(String from, String to, String subject, Instant sentAt, String text, String html) {
    static Mail read(MimeMessage message) {
        try {
            var sent = message.getSentDate();
            return new Mail(
                    addresses(message.getFrom()),
                    addresses(message.getRecipients(Message.RecipientType.TO)),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    sent == null ? Instant.EPOCH : sent.toInstant(),
                    part(message, "text/plain"),
                    part(message, "text/html"));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException("A mail can't be read.", unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String addresses(jakarta.mail.Address[] addresses) throws IOException {
        var joined = addresses == null
                ? ""
                : Arrays.stream(addresses).map(Object::toString).collect(Collectors.joining(", "));
        return MimeUtility.decodeText(joined);
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = part(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
