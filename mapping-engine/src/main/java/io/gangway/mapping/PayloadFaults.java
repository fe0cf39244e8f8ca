package io.gangway.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds out, slowly and exactly, what is wrong with a payload that could not be read. */
record PayloadFaults(MappingLimits limits) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Throws {@link IllegalArgumentException} if it is the context that could not be read. */
    void find(byte[] payload, byte @Nullable [] context, Faults faults) {
        read(payload, faults);
        if (faults.isEmpty() && context != null) {
            read(context, faults);
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException("The context can't be read. " + faults.toList());
            }
        }
        if (faults.isEmpty()) {
            faults.add("malformed-json", "#", "The text is not JSON. Send one well-formed JSON document.");
        }
    }

    /** Null if it is JSON's null or if faults were added. */
    @Nullable
    Object read(byte[] payload, Faults faults) {
        var text = decode(payload, faults);
        return text == null ? null : new DocumentReader(limits).read(text, faults);
    }

    /** Null and a fault if it is empty or not UTF-8. */
    static @Nullable String decode(byte[] payload, Faults faults) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            var body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
            if (body.isBlank()) {
                faults.add("empty", "#", "The payload is empty. Send a JSON object or array with events.");
                return null;
            }
            return body;
        } catch (CharacterCodingException malformed) {
            faults.add("charset", "#", "The payload is not UTF-8. Send JSON encoded as UTF-8.");
            return null;
        }
    }
}
