package io.gangway.mapping;

import io.gangway.mapping.plan.Pointer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Where in a JSON text certain values stand. One pass over the text, which skips what nobody asked for. */
final class Places {
    private static final Place START = new Place(1, 1);
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Wanted root = new Wanted();

    private Places() {}

    /** {@code pointers} are URI fragments, {@code #/steps/0}. */
    static Places of(String text, Collection<String> pointers) {
        var places = new Places();
        pointers.forEach(pointer -> places.at(pointer, true));
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            find(parser, places.root);
        } catch (JacksonException broken) {
            // Where the text breaks off, there is nothing behind.
        }
        return places;
    }

    /** Where its name begins, for an item its value; for what is not there, where that should be which has it. */
    Place of(String pointer) {
        var name = at(pointer, false).name;
        return name == null ? ofValue(pointer) : name;
    }

    Place ofValue(String pointer) {
        var value = at(pointer, false).value;
        return value == null ? START : value;
    }

    private Wanted at(String pointer, boolean add) {
        var wanted = root;
        var parts = pointer.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            var below = add ? wanted.below.computeIfAbsent(parts[i], part -> new Wanted()) : wanted.below.get(parts[i]);
            if (below == null || (!add && below.value == null)) {
                return wanted;
            }
            wanted = below;
        }
        return wanted;
    }

    private static void find(JsonParser parser, Wanted wanted) {
        if (parser.currentToken() == null) {
            return;
        }
        wanted.value = place(parser.currentTokenLocation());
        if (wanted.below.isEmpty()) {
            parser.skipChildren();
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = place(parser.currentTokenLocation());
                var member = wanted.below.get(escaped(parser.currentName()));
                parser.nextToken();
                if (member == null) {
                    parser.skipChildren();
                } else {
                    member.name = name;
                    find(parser, member);
                }
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null; i++) {
                find(parser, wanted.below.getOrDefault(Integer.toString(i), new Wanted()));
            }
        }
    }

    private static String escaped(String name) {
        return Pointer.ROOT.child(name).toString().substring("#/".length());
    }

    static Place place(TokenStreamLocation location) {
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    /** A value that somebody asked for, or one on the way to it. The last one counts if a name stands twice. */
    private static final class Wanted {
        private final Map<String, Wanted> below = new HashMap<>();
        private @Nullable Place name;
        private @Nullable Place value;
    }
}
