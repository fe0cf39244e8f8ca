package io.gangway.bench.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PayloadTests {
    @ParameterizedTest
    @CsvSource({"2k5, 2500", "250k, 250000", "10m, 10000000"})
    void isAsLargeAsItsName(String label, int bytes) {
        assertThat(Payload.of(label).documents())
                .allSatisfy(json -> assertThat(json.length).isCloseTo(bytes, withinPercentage(10)));
    }

    @ParameterizedTest
    @EnumSource(Payload.class)
    void isTheSameEachTime(Payload payload) {
        assertThat(payload.documents().toArray(byte[][]::new))
                .isDeepEqualTo(payload.documents().toArray(byte[][]::new));
    }

    @Test
    void hasOtherValuesInEachVariant() {
        var texts = Payload.SMALL.documents().stream()
                .map(json -> new String(json, StandardCharsets.UTF_8))
                .toList();

        assertThat(texts).hasSize(100).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Payload.class)
    void hasEventsThatDiffer(Payload payload) {
        var checkpoints = checkpoints(payload.documents().getFirst());

        assertThat(checkpoints).hasSize(payload.events());
        assertThat(new HashSet<>(checkpoints.valueStream().toList())).hasSize(payload.events());
    }

    @Test
    void hasNullsBeforeTheFirstScanAndLettersBeyondAscii() {
        var json = Payload.MEDIUM.documents().getFirst();
        var text = new String(json, StandardCharsets.UTF_8);

        assertThat(checkpoints(json).path(0).path("city").isNull()).isTrue();
        assertThat(text).contains("Köln", "note left at \\\"side door\\\"").doesNotContain("\n", ": ", ", \"");
    }

    @Test
    void namesWhatIsUnknown() {
        assertThatThrownBy(() -> Payload.of("3k"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no payload '3k'.");
    }

    private static JsonNode checkpoints(byte[] json) {
        return JsonMapper.shared().readTree(json).path("msg").path("checkpoints");
    }
}
