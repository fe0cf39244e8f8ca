package io.gangway.ingest;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.filter.FilteringParserDelegate;
import tools.jackson.core.filter.JsonPointerBasedFilter;
import tools.jackson.core.filter.TokenFilter;
import tools.jackson.core.json.JsonFactory;

/** Reads one value out of a body without building a tree of it. */
final class BodyPointer {
    private static final TokenStreamFactory JSON = new JsonFactory();
    private static final int LONGEST = 200;

    private BodyPointer() {}

    /** The text or number at the pointer; null if there is none, or the body is not JSON up to there. */
    static @Nullable String read(byte[] body, String pointer) {
        try (var parser = new FilteringParserDelegate(
                JSON.createParser(ObjectReadContext.empty(), body),
                new JsonPointerBasedFilter(JsonPointer.compile(pointer)),
                TokenFilter.Inclusion.ONLY_INCLUDE_ALL,
                false)) {
            var token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
                var text = parser.getString();
                // NUL is no text to PostgreSQL.
                return text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0 ? null : text;
            }
            return null;
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
