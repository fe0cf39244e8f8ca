package io.gangway.ingest;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.filter.FilteringParserDelegate;
import tools.jackson.core.filter.JsonPointerBasedFilter;
import tools.jackson.core.filter.TokenFilter;
import tools.jackson.core.json.JsonFactory;

/** Reads one value out of a body without building a tree of it. */
final class BodyPointer {
    private static final TokenStreamFactory JSON = new JsonFactory();
    private static final TokenStreamFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int LONGEST = 200;
    private static final int LONGEST_PROVEN = 4_000;

    private BodyPointer() {}

    /** The text or number at the pointer; null if there is none, or the body is not JSON up to there. */
    static @Nullable String read(byte[] body, String pointer) {
        return read(JSON, body, pointer, LONGEST);
    }

    /**
     * The text, number or truth value at the pointer, for proofs: the body is read to its end, and one with the same field
     * twice has no value, since who translates it could take the other one.
     */
    static @Nullable String readProven(byte[] body, String pointer) {
        return read(STRICT, body, pointer, LONGEST_PROVEN);
    }

    private static @Nullable String read(TokenStreamFactory factory, byte[] body, String pointer, int longest) {
        try (var parser = new FilteringParserDelegate(
                factory.createParser(ObjectReadContext.empty(), body),
                new JsonPointerBasedFilter(JsonPointer.compile(pointer)),
                TokenFilter.Inclusion.ONLY_INCLUDE_ALL,
                false)) {
            var token = parser.nextToken();
            var isValue = token == JsonToken.VALUE_STRING
                    || token == JsonToken.VALUE_NUMBER_INT
                    || factory == STRICT && token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
            if (!isValue) {
                return null;
            }
            var text = parser.getString();
            if (factory == STRICT && !endsWell(parser)) {
                return null;
            }
            // NUL is no text to PostgreSQL.
            return text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0 ? null : text;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static boolean endsWell(FilteringParserDelegate filtered) {
        var parser = filtered.delegate();
        while (parser.nextToken() != null) {
            // only whether it can be read
        }
        return true;
    }
}
