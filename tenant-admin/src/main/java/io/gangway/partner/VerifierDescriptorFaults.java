package io.gangway.partner;

import io.gangway.partner.VerifierDescriptor.Algorithm;
import io.gangway.partner.VerifierDescriptor.Format;
import io.gangway.partner.VerifierDescriptor.KeyId;
import io.gangway.partner.VerifierDescriptor.MessageId;
import io.gangway.partner.VerifierDescriptor.Timestamp;
import io.gangway.partner.VerifierDescriptor.UrlCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a verifier descriptor: faults of form, and schemes that would prove nothing. */
final class VerifierDescriptorFaults {
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern PARAMETER_NAME = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
    private static final Pattern POINTER = Pattern.compile("/[^{}]{1,200}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> PLACEHOLDERS = Set.of("id", "timestamp", "method", "path", "body");
    private static final int MAX_PLACEHOLDERS = 20;

    private final List<String> faults = new ArrayList<>();

    private VerifierDescriptorFaults() {}

    static List<String> of(
            Algorithm algorithm,
            @Nullable String header,
            @Nullable String query,
            boolean pathSegment,
            @Nullable String bodyPointer,
            @Nullable Format format,
            @Nullable String prefix,
            @Nullable String signatureKey,
            @Nullable KeyId keyId,
            @Nullable String signed,
            @Nullable Timestamp timestamp,
            @Nullable Integer toleranceSeconds,
            @Nullable MessageId messageId,
            @Nullable String formField,
            @Nullable UrlCheck urlCheck) {
        var check = new VerifierDescriptorFaults();
        check.place(header, query, pathSegment, bodyPointer);
        check.format(format, prefix, signatureKey);
        if (toleranceSeconds != null && (toleranceSeconds < 1 || toleranceSeconds > 86_400)) {
            check.faults.add("'toleranceSeconds' is %d; it must be from 1 to 86400.".formatted(toleranceSeconds));
        }
        check.timestamp(timestamp, format);
        check.messageId(messageId);
        var template = signed == null ? "{body}" : signed;
        check.placeholders(template, bodyPointer != null);
        if (algorithm.signs()) {
            check.coverage(template, query != null || pathSegment, bodyPointer, timestamp, messageId);
        } else if (timestamp != null) {
            check.faults.add("'timestamp' needs an algorithm that signs: a time that isn't signed can be forged.");
        }
        check.rest(algorithm, keyId, formField, urlCheck);
        return check.faults;
    }

    private void place(
            @Nullable String header, @Nullable String query, boolean pathSegment, @Nullable String bodyPointer) {
        var places =
                Stream.of(header, query, bodyPointer).filter(Objects::nonNull).count() + (pathSegment ? 1 : 0);
        if (places != 1) {
            faults.add("The proof needs one place: 'header', 'query', 'pathSegment' or 'bodyPointer'; there are %d."
                    .formatted(places));
        }
        headerName("header", header);
        parameterName("query", query);
        pointer("bodyPointer", bodyPointer);
    }

    private void format(@Nullable Format format, @Nullable String prefix, @Nullable String signatureKey) {
        if (format == Format.PREFIXED && (prefix == null || prefix.isEmpty())) {
            faults.add("'prefix' is missing: format 'prefixed' needs the text before the proof.");
        }
        if (prefix != null && format != Format.PREFIXED && format != Format.LIST) {
            faults.add("'prefix' needs format 'prefixed' or 'list'.");
        }
        if ((format == Format.CSV_KV || format == Format.SPACE_LIST) && signatureKey == null) {
            faults.add("'signatureKey' is missing: the format needs the key or version of the proof, such as 'v1'.");
        }
    }

    private void timestamp(@Nullable Timestamp timestamp, @Nullable Format format) {
        if (timestamp == null) {
            return;
        }
        var sources = Stream.of(timestamp.header(), timestamp.signatureKey(), timestamp.bodyPointer())
                .filter(Objects::nonNull)
                .count();
        if (sources != 1) {
            faults.add("'timestamp' needs either 'header', 'signatureKey' or 'bodyPointer'.");
        }
        if (timestamp.signatureKey() != null && format != Format.CSV_KV) {
            faults.add("'timestamp.signatureKey' needs format 'csv-kv'.");
        }
        headerName("timestamp.header", timestamp.header());
        pointer("timestamp.bodyPointer", timestamp.bodyPointer());
    }

    private void messageId(@Nullable MessageId messageId) {
        if (messageId == null) {
            return;
        }
        if ((messageId.header() == null) == (messageId.bodyPointer() == null)) {
            faults.add("'messageId' needs either 'header' or 'bodyPointer'.");
        }
        headerName("messageId.header", messageId.header());
        pointer("messageId.bodyPointer", messageId.bodyPointer());
    }

    private void placeholders(String template, boolean pointers) {
        var matcher = PLACEHOLDER.matcher(template);
        var count = 0;
        while (matcher.find()) {
            count++;
            var name = matcher.group(1);
            if (!PLACEHOLDERS.contains(name) && !(pointers && name.startsWith("/"))) {
                faults.add(
                        "'signed' has '%s'; known are {id}, {timestamp}, {method}, {path} and {body}, and JSON pointers where the signature is in the body."
                                .formatted(matcher.group()));
            }
        }
        if (count > MAX_PLACEHOLDERS) {
            faults.add("'signed' has %d placeholders; it may have %d.".formatted(count, MAX_PLACEHOLDERS));
        }
    }

    private void coverage(
            String template,
            boolean inAddress,
            @Nullable String bodyPointer,
            @Nullable Timestamp timestamp,
            @Nullable MessageId messageId) {
        var fromBody = timestamp == null ? null : timestamp.bodyPointer();
        var signsTime = template.contains("{timestamp}") || fromBody != null && template.contains("{" + fromBody + "}");
        if ((timestamp != null) != signsTime) {
            faults.add(
                    "'timestamp' and {timestamp} in 'signed' need each other: a time that isn't signed can be forged.");
        }
        if (inAddress && template.contains("{path}")) {
            faults.add("'signed' has {path}, and the signature is part of the address: it cannot sign itself.");
        }
        var idHeader = messageId == null ? null : messageId.header();
        if ((idHeader != null) != template.contains("{id}")) {
            faults.add("'messageId.header' and {id} in 'signed' need each other: an id that isn't signed could be"
                    + " changed to pass a copy off as new.");
        }
        if (bodyPointer == null) {
            if (!template.contains("{body}")) {
                faults.add("'signed' lacks {body}: the proof would say nothing about what was sent.");
            }
            return;
        }
        if (template.contains("{body}")) {
            faults.add("'signed' has {body}, and the signature is part of the body: it cannot sign itself."
                    + " Name the signed fields, such as {/token}.");
        }
        if (template.contains("{" + bodyPointer + "}")) {
            faults.add("'signed' has {%s}, which is the signature: it cannot sign itself.".formatted(bodyPointer));
        }
        var id = messageId == null ? null : messageId.bodyPointer();
        if (idHeader == null && (id == null || !template.contains("{" + id + "}"))) {
            faults.add("A signature in the body needs 'messageId.bodyPointer', and that pointer in 'signed': otherwise"
                    + " one signature could pass off any number of messages as new.");
        }
    }

    private void rest(
            Algorithm algorithm, @Nullable KeyId keyId, @Nullable String formField, @Nullable UrlCheck urlCheck) {
        if (keyId != null) {
            headerName("keyId.header", keyId.header());
            if (!algorithm.usesPublicKey()) {
                faults.add("'keyId' needs an algorithm with public keys: rsa-sha256, ecdsa-sha256 or ed25519.");
            }
        }
        if (formField != null && (formField.isBlank() || formField.length() > 100)) {
            faults.add("'formField' must be the name of a field, at most 100 characters.");
        }
        parameterName("urlCheck.challenge", urlCheck == null ? null : urlCheck.challenge());
    }

    private void headerName(String where, @Nullable String name) {
        if (name != null && !HEADER_NAME.matcher(name).matches()) {
            faults.add("'%s' is '%s', which is not the name of an HTTP header.".formatted(where, name));
        }
    }

    private void parameterName(String where, @Nullable String name) {
        if (name != null && !PARAMETER_NAME.matcher(name).matches()) {
            faults.add("'%s' is '%s'; a parameter has letters, digits, '.', '_', '~' and '-'.".formatted(where, name));
        }
    }

    private void pointer(String where, @Nullable String pointer) {
        if (pointer != null && !POINTER.matcher(pointer).matches()) {
            faults.add("'%s' must be a JSON pointer such as '/event_id'.".formatted(where));
        }
    }
}
