package io.gangway.mapping;

import static io.gangway.mapping.Mappings.PLAIN;
import static io.gangway.mapping.Mappings.events;
import static io.gangway.mapping.Mappings.message;
import static io.gangway.mapping.Mappings.partly;
import static io.gangway.mapping.Mappings.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayloadTests {
    @Test
    void rejectsBytesThatAreNotUtf8() {
        assertThat(rejection(PLAIN, new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}))
                .containsExactly(
                        new MappingFault("charset", "#", "The payload is not UTF-8. Send JSON encoded as UTF-8."));
    }

    @Test
    void acceptsByteOrderMark() {
        assertThat(events(PLAIN, "\uFEFF" + message(""))).hasSize(1);
    }

    @Test
    void rejectsEmptyPayload() {
        var empty = new MappingFault("empty", "#", "The payload is empty. Send a JSON object or array with events.");
        assertThat(rejection(PLAIN, "")).containsExactly(empty);
        assertThat(rejection(PLAIN, "\uFEFF")).containsExactly(empty);
        assertThat(rejection(PLAIN, " \n\t")).containsExactly(empty);
    }

    @Test
    void rejectsMalformedJsonWithLineAndColumn() {
        assertThat(rejection(PLAIN, "{\"a\": 1,\n  \"b\": oops}"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("malformed-json");
                    assertThat(fault.pointer()).isEqualTo("#");
                    assertThat(fault.detail())
                            .startsWith("The text is not JSON at line 2, column 8: Unrecognized token 'oops'")
                            .endsWith("Send one well-formed JSON document.");
                });
    }

    @Test
    void rejectsTruncatedAndTrailingText() {
        assertThat(rejection(PLAIN, "{\"a\": [1, 2"))
                .extracting(MappingFault::code)
                .containsExactly("malformed-json");
        assertThat(rejection(PLAIN, message("") + " {}"))
                .extracting(MappingFault::code)
                .containsExactly("malformed-json");
        assertThat(rejection(PLAIN, "<xml/>")).extracting(MappingFault::code).containsExactly("malformed-json");
        assertThat(rejection(PLAIN, "[1e5000000000, NaN]"))
                .extracting(MappingFault::code)
                .containsExactly("malformed-json");
    }

    @Test
    void rejectsDuplicateNames() {
        assertThat(rejection(PLAIN, "{\"a\": {\"b\": 1, \"b\": 2}}"))
                .containsExactly(
                        new MappingFault(
                                "duplicate-name",
                                "#/a/b",
                                "Name 'b' occurs twice in the object at #/a, at line 1, column 8 and at line 1, column 16, and which value counts would be a guess. Keep one."));
    }

    @Test
    void rejectsNulCharacters() {
        assertThat(rejection(PLAIN, "[{\"a\": \"x\\u0000y\"}]"))
                .containsExactly(new MappingFault(
                        "nul-character",
                        "#/0/a",
                        "The text at #/0/a has a NUL character, which can't be stored. Leave it out."));
        assertThat(rejection(PLAIN, "{\"a\\u0000\": 1}"))
                .extracting(MappingFault::code)
                .containsExactly("nul-character");
    }

    @Test
    void rejectsHalfASurrogatePair() {
        assertThat(rejection(PLAIN, "{\"a\": \"\\ud83d\"}"))
                .containsExactly(
                        new MappingFault(
                                "charset",
                                "#/a",
                                "The text at #/a has half of a surrogate pair, which is not a character. Send whole characters."));
        assertThat(events(PLAIN, message(", \"rawText\": \"\\ud83d\\ude00\""))).hasSize(1);
    }

    @Test
    void rejectsNestingOfHundredThousandLevels() {
        for (var open : new String[] {"[", "{\"a\":"}) {
            assertThat(rejection(PLAIN, open.repeat(100_000))).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("too-deep");
                assertThat(fault.detail())
                        .isEqualTo("The document is nested deeper than 64 levels. Send a flatter one.");
            });
        }
    }

    @Test
    void rejectsMoreThanOneMebibyte() {
        assertThat(rejection(PLAIN, new byte[1024 * 1024 + 1]))
                .containsExactly(new MappingFault(
                        "too-large",
                        "#",
                        "The payload has 1048577 bytes. At most 1048576 are possible; send fewer events at once."));
    }

    @Test
    void rejectsTooManyValues() {
        assertThat(rejection(PLAIN, "[" + "1,".repeat(300_000) + "1]"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("too-large");
                    assertThat(fault.detail())
                            .isEqualTo("The document has more than 200000 values. Send smaller documents.");
                });
    }

    @Test
    void rejectsTenThousandEvents() {
        var events =
                IntStream.range(0, 10_000).mapToObj(i -> "{\"n\":" + i + "}").collect(Collectors.joining(","));
        assertThat(rejection(PLAIN, "[" + events + "]"))
                .containsExactly(new MappingFault(
                        "too-many-messages",
                        "#",
                        "The payload has 10000 events. At most 1000 are possible; send fewer at once."));
    }

    @Test
    void mapsThousandEvents() {
        var events = IntStream.range(0, 1000).mapToObj(i -> message("")).collect(Collectors.joining(","));
        assertThat(events(PLAIN, "[" + events + "]")).hasSize(1000);
    }

    @Test
    void rejectsPayloadWithoutEvents() {
        assertThat(rejection(PLAIN, "null")).extracting(MappingFault::code).containsExactly("no-message");
        assertThat(rejection(
                        Mappings.compile("{\"operation\": \"shift\", \"spec\": {\"x\": {\"*\": \"&\"}}}"),
                        "{\"y\": 1}"))
                .containsExactly(new MappingFault(
                        "no-message",
                        "#/steps/0",
                        "The step at #/steps/0 left nothing of the payload. Check whether its paths fit the payload."));
    }

    @Test
    void rejectsWhatIsNoObject() {
        assertThat(partly(PLAIN, "[" + message("") + ", 7]").faults())
                .containsExactly(
                        new MappingFault(
                                "not-a-message",
                                "#/1",
                                "What the mapping made at #/1 is not an object. Let its steps make one object for each event."));
    }

    @Test
    void neverThrowsOnArbitraryBytes() {
        var random = new java.util.Random(7);
        var base = message("").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5000; i++) {
            var bytes = base.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(PLAIN.map(bytes)).isNotNull();
        }
    }
}
