package io.gangway.portal.partner;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A body as a person can read it: JSON indented, other text as it is, anything else as bytes; long ones cut. */
final class MessageText {
    private static final int LONGEST = 100_000;
    private static final int MAX_BYTES = 2_000;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MessageText() {}

    static String of(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notText) {
            var shown = HexFormat.ofDelimiter(" ").formatHex(body, 0, Math.min(body.length, MAX_BYTES));
            return "Not UTF-8. The first bytes:\n" + shown;
        }
        if (text.length() > LONGEST) {
            return text.substring(0, LONGEST) + "\n… %d more characters".formatted(text.length() - LONGEST);
        }
        try {
            return JSON.writeValueAsString(JSON.readTree(text));
        } catch (JacksonException notJson) {
            return text;
        }
    }
}
