package io.gangway.mapping;

import io.gangway.mapping.plan.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into plain maps, lists and values within limits; everything else would have to be checked later. */
final class DocumentReader {
    private static final int NAME_LENGTH = 1000;
    private static final int NUMBER_LENGTH = 200;
    private static final int SHOWN = 200;
    private static final Place START = new Place(1, 1);

    private final MappingLimits limits;
    private final JsonFactory json;

    DocumentReader(MappingLimits limits) {
        this.limits = limits;
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth() + 2)
                        // Longer ones are refused here, with their place; those beyond this are no numbers to anybody.
                        .maxNumberLength(10 * NUMBER_LENGTH)
                        .maxNameLength(NAME_LENGTH)
                        .build())
                .build();
    }

    /** Returns null if the text is JSON's null or if faults were added. */
    @Nullable
    Object read(String text, Faults faults) {
        return new Reading(faults).read(text);
    }

    private final class Reading {
        private final Faults faults;
        private int nodes;

        private Reading(Faults faults) {
            this.faults = faults;
        }

        private @Nullable Object read(String text) {
            try (var parser = json.createParser(text)) {
                if (parser.nextToken() == null) {
                    faults.add("empty", "#", "The text is empty. A JSON object or array is expected.");
                    return null;
                }
                var value = value(parser, Pointer.ROOT, 0);
                if (parser.nextToken() != null) {
                    throw malformed(parser, "something follows the end of the document");
                }
                return value;
            } catch (JacksonException broken) {
                var location = broken.getLocation();
                faults.add(malformed(
                        location == null ? START : Places.place(location), shown(broken.getOriginalMessage())));
                return null;
            } catch (Refused refused) {
                faults.add(refused.fault);
                return null;
            }
        }

        private @Nullable Object value(JsonParser parser, Pointer pointer, int depth) {
            if (++nodes > limits.nodes()) {
                throw new Refused(
                        "too-large",
                        pointer.toString(),
                        "The document has more than %d values. Send smaller documents.".formatted(limits.nodes()));
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(parser, pointer, depth + 1);
                case START_ARRAY -> array(parser, pointer, depth + 1);
                case VALUE_STRING -> string(parser.getString(), pointer);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, pointer);
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw malformed(parser, "a value is missing");
            };
        }

        private Map<String, @Nullable Object> object(JsonParser parser, Pointer pointer, int depth) {
            checkDepth(pointer, depth);
            var object = new LinkedHashMap<String, @Nullable Object>();
            var places = new HashMap<String, Place>();
            while (next(parser) != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                var place = pointer.child(name);
                checkCharacters(name, place);
                var here = Places.place(parser.currentTokenLocation());
                var before = places.putIfAbsent(name, here);
                next(parser);
                object.put(name, value(parser, place, depth));
                if (before != null) {
                    faults.addUnlessFaulty(
                            "duplicate-name",
                            place.toString(),
                            "Name '%s' occurs twice in the object at %s, at %s and at %s, and which value counts would be a guess. Keep one."
                                    .formatted(shown(name), pointer, before, here));
                }
            }
            return object;
        }

        private List<@Nullable Object> array(JsonParser parser, Pointer pointer, int depth) {
            checkDepth(pointer, depth);
            var array = new ArrayList<@Nullable Object>();
            while (next(parser) != JsonToken.END_ARRAY) {
                array.add(value(parser, pointer.child(array.size()), depth));
            }
            return array;
        }

        private JsonToken next(JsonParser parser) {
            var token = parser.nextToken();
            if (token == null) {
                throw malformed(parser, "the document ends too early");
            }
            return token;
        }

        private Number number(JsonParser parser, Pointer pointer) {
            var digits = parser.getString().chars().filter(Character::isDigit).count();
            if (digits > NUMBER_LENGTH) {
                throw new Refused(
                        "too-large",
                        pointer.toString(),
                        "The number at %s has %d digits. At most %d are possible."
                                .formatted(pointer, digits, NUMBER_LENGTH));
            }
            return parser.getNumberValue();
        }

        private String string(String text, Pointer pointer) {
            if (text.length() > limits.stringLength()) {
                throw new Refused(
                        "too-large",
                        pointer.toString(),
                        "The text at %s has %d characters. At most %d are possible."
                                .formatted(pointer, text.length(), limits.stringLength()));
            }
            checkCharacters(text, pointer);
            return text;
        }

        private void checkCharacters(String text, Pointer pointer) {
            for (int i = 0; i < text.length(); i++) {
                var character = text.charAt(i);
                if (character == 0) {
                    faults.addUnlessFaulty(
                            "nul-character",
                            pointer.toString(),
                            "The text at %s has a NUL character, which can't be stored. Leave it out."
                                    .formatted(pointer));
                    return;
                }
                if (Character.isHighSurrogate(character)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else if (Character.isSurrogate(character)) {
                    faults.addUnlessFaulty(
                            "charset",
                            pointer.toString(),
                            "The text at %s has half of a surrogate pair, which is not a character. Send whole characters."
                                    .formatted(pointer));
                    return;
                }
            }
        }

        private void checkDepth(Pointer pointer, int depth) {
            if (depth > limits.depth()) {
                throw new Refused(
                        "too-deep",
                        pointer.toString(),
                        "The document is nested deeper than %d levels. Send a flatter one.".formatted(limits.depth()));
            }
        }

        private Refused malformed(JsonParser parser, String what) {
            return new Refused(malformed(Places.place(parser.currentLocation()), what));
        }

        private MappingFault malformed(Place place, String what) {
            return new MappingFault(
                    "malformed-json",
                    "#",
                    place,
                    "The text is not JSON at %s: %s. Send one well-formed JSON document.".formatted(place, what));
        }
    }

    private static String shown(String text) {
        var line = text.lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*", "");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** Reading can't go on. */
    private static final class Refused extends RuntimeException {
        private final transient MappingFault fault;

        private Refused(String code, String pointer, String detail) {
            this(new MappingFault(code, pointer, detail));
        }

        private Refused(MappingFault fault) {
            super(fault.detail(), null, false, false);
            this.fault = fault;
        }
    }
}
