package io.gangway.ingest;

import io.gangway.partner.VerifierDescriptor;
import io.gangway.partner.VerifierDescriptor.Algorithm;
import io.gangway.partner.VerifierDescriptor.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the proof of a request and reads it; tells what exactly is wrong with its form. */
final class Proofs {
    static final int MAX_CANDIDATES = 10;

    private static final Pattern SEPARATORS = Pattern.compile("[ ,]+");
    private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})+");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{2,}={0,2}");

    private Proofs() {}

    /** What a request's proof is: one of several candidates must match; or why none of it can be read. */
    sealed interface Reading {
        record Candidates(List<byte[]> proofs) implements Reading {}

        record Unreadable(String detail) implements Reading {}
    }

    /** The text at the place that the descriptor names; null if nothing is there. */
    static @Nullable String text(IncomingWebhook webhook) {
        var descriptor = webhook.endpoint().verifier();
        if (descriptor.header() != null) {
            var values = webhook.headers().get(descriptor.header());
            if (values == null || values.isEmpty()) {
                return null;
            }
            return switch (descriptor.formatOrDefault()) {
                case LIST, SPACE_LIST -> String.join(" ", values);
                case RAW, PREFIXED, CSV_KV -> values.getFirst();
            };
        }
        if (descriptor.query() != null) {
            return AddressProof.parameter(webhook.path(), descriptor.query());
        }
        return descriptor.bodyPointer() != null
                ? BodyPointer.readProven(webhook.body(), descriptor.bodyPointer())
                : AddressProof.lastPart(webhook.path(), webhook.endpoint().path());
    }

    static Reading read(VerifierDescriptor descriptor, String proof) {
        var place = descriptor.proofPlace();
        var texts = texts(descriptor, proof);
        if (texts.isEmpty()) {
            return new Reading.Unreadable(sentence(place, notOfTheForm(descriptor)));
        }
        var proofs = new ArrayList<byte[]>();
        String fault = "";
        for (var text : texts) {
            var prefixed = withoutScheme(descriptor.algorithm(), text);
            if (prefixed == null) {
                return new Reading.Unreadable(
                        sentence(place, "does not begin with '%s'".formatted(scheme(descriptor.algorithm()))));
            }
            var bytes = descriptor.algorithm().signs() ? decode(descriptor, prefixed) : Digests.of("static", prefixed);
            var problem =
                    bytes == null ? notEncoded(descriptor, prefixed) : wrongLength(descriptor, prefixed, bytes.length);
            if (bytes != null && problem.isEmpty()) {
                proofs.add(bytes);
            } else if (fault.isEmpty()) {
                fault = problem;
            }
        }
        return proofs.isEmpty()
                ? new Reading.Unreadable("The signature in %s %s.".formatted(place, fault))
                : new Reading.Candidates(proofs);
    }

    private static List<String> texts(VerifierDescriptor descriptor, String proof) {
        var prefix = descriptor.prefix() == null ? "" : descriptor.prefix();
        return switch (descriptor.formatOrDefault()) {
            case RAW -> List.of(proof.strip());
            case PREFIXED -> behind(prefix, List.of(proof.strip()));
            case LIST -> behind(prefix, parts(SEPARATORS.split(proof.strip())));
            case CSV_KV -> behind(descriptor.signatureKey() + "=", parts(proof.split(",", -1)));
            case SPACE_LIST -> behind(descriptor.signatureKey() + ",", parts(proof.split(" ", -1)));
        };
    }

    private static List<String> parts(String[] all) {
        return Arrays.stream(all).limit(MAX_CANDIDATES).map(String::strip).toList();
    }

    /** Those with the prefix, without it. */
    private static List<String> behind(String prefix, List<String> parts) {
        return parts.stream()
                .filter(part -> part.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(part -> part.substring(prefix.length()).strip())
                .toList();
    }

    private static String notOfTheForm(VerifierDescriptor descriptor) {
        return switch (descriptor.formatOrDefault()) {
            case RAW, PREFIXED -> "does not begin with '%s'".formatted(descriptor.prefix());
            case LIST -> "has no part that begins with '%s'".formatted(descriptor.prefix());
            case CSV_KV -> "has no part '%s='".formatted(descriptor.signatureKey());
            case SPACE_LIST -> "has no part that begins with '%s,'".formatted(descriptor.signatureKey());
        };
    }

    private static String sentence(String place, String predicate) {
        return Character.toUpperCase(place.charAt(0)) + place.substring(1) + " " + predicate + ".";
    }

    /** The part of a csv-kv proof with the key; null if there is none. */
    static @Nullable String part(String proof, String key) {
        var found = behind(key + "=", parts(proof.split(",", -1)));
        return found.isEmpty() ? null : found.getFirst();
    }

    private static @Nullable String withoutScheme(Algorithm algorithm, String text) {
        var scheme = scheme(algorithm);
        return text.regionMatches(true, 0, scheme, 0, scheme.length()) ? text.substring(scheme.length()) : null;
    }

    private static String scheme(Algorithm algorithm) {
        return switch (algorithm) {
            case BEARER -> "Bearer ";
            case BASIC -> "Basic ";
            case STATIC_EQUAL, HMAC_SHA256, HMAC_SHA512, RSA_SHA256, ECDSA_SHA256, ED25519 -> "";
        };
    }

    private static byte @Nullable [] decode(VerifierDescriptor descriptor, String text) {
        try {
            return switch (descriptor.encodingOrDefault()) {
                case HEX -> text.isEmpty() ? null : HexFormat.of().parseHex(text);
                case BASE64 ->
                    text.isEmpty()
                            ? null
                            : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            };
        } catch (IllegalArgumentException notEncoded) {
            return null;
        }
    }

    private static String notEncoded(VerifierDescriptor descriptor, String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        if (descriptor.encodingOrDefault() == Encoding.BASE64) {
            return "is not base64";
        }
        return BASE64.matcher(text).matches() ? "is not hexadecimal; it looks like base64" : "is not hexadecimal";
    }

    /** Empty if the length is right, or any length can be. */
    private static String wrongLength(VerifierDescriptor descriptor, String text, int length) {
        var right = switch (descriptor.algorithm()) {
            case HMAC_SHA256 -> 32;
            case HMAC_SHA512, ED25519 -> 64;
            case RSA_SHA256, ECDSA_SHA256, STATIC_EQUAL, BEARER, BASIC -> length;
        };
        if (length == right) {
            return "";
        }
        return descriptor.encodingOrDefault() == Encoding.BASE64
                        && text.length() == 2 * right
                        && HEX.matcher(text).matches()
                ? "is not base64; it looks hexadecimal"
                : "has %d bytes, not %d".formatted(length, right);
    }
}
