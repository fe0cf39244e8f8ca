package io.gangway.mapping.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.CanonicalJson;
import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.CanonicalTypes;
import io.gangway.mapping.MappingCompiler;
import io.gangway.mapping.MappingLimits;
import io.gangway.mapping.MappingResult;
import io.gangway.mapping.RandomMessages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message in the canonical shape is proposed to itself. */
class OwnMessagesTests {
    private static final int MESSAGES = 10;
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("carrier", "courier"),
            Map.entry("trackingNumber", "sendungsnummer"),
            Map.entry("orderNumber", "bestelnummer"),
            Map.entry("shipTo", "ontvanger"),
            Map.entry("shipper", "absender"),
            Map.entry("consignee", "empfaenger"),
            Map.entry("city", "town"),
            Map.entry("postalCode", "zip_code"),
            Map.entry("countryCode", "pays"),
            Map.entry("quantity", "qty"),
            Map.entry("estimatedDeliveryAt", "expected_delivery_time"),
            Map.entry("service", "produkt"),
            Map.entry("invoiceNumber", "rechnungsnummer"),
            Map.entry("accountNumber", "numero_compte"),
            Map.entry("currency", "devise"));

    private static List<CanonicalType> types() {
        return CanonicalTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void proposesEachFieldToItself(CanonicalType type) {
        var samples = messages(type);
        var suggested = suggested(type, samples);
        assertThat(suggested.messages()).isEmpty();
        var own = new TreeSet<String>();
        samples.forEach(sample -> leaves(new JsonMapper().readTree(sample), "", own));
        assertThat(suggested.proposals().stream()
                        .filter(proposal -> proposal.confidence() >= 0.9)
                        .flatMap(proposal -> proposal.sources().stream()))
                .containsExactlyInAnyOrderElementsOf(own);
        assertThat(suggested.proposals())
                .allSatisfy(proposal -> assertThat(
                                "/" + proposal.target().replace("[].", "/*/").replace('.', '/'))
                        .isEqualTo(proposal.sources().getFirst().replaceAll("/\\*$", "")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void mapsEachMessageToItself(CanonicalType type) {
        var samples = messages(type);
        var draft = suggested(type, samples).toMapping("acme", 0.8);
        var mapping = new MappingCompiler(MappingLimits.defaults()).compile(draft.mapping(), draft.toCodeLists());
        for (var sample : samples) {
            var result = mapping.map(sample);
            assertThat(result).isInstanceOf(MappingResult.Mapped.class);
            assertThat(CanonicalJson.write(
                            ((MappingResult.Mapped) result).messages().getFirst()))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void findsMostFieldsByOtherWords(CanonicalType type) {
        var samples = messages(type).stream().map(OwnMessagesTests::renamed).toList();
        var before = suggested(type, messages(type)).proposals();
        var after = suggested(type, samples).proposals().stream()
                .filter(proposal -> proposal.confidence() >= 0.6)
                .map(proposal -> proposal.target() + renamed(proposal.sources().getFirst()))
                .toList();
        var expected = before.stream()
                .map(proposal -> proposal.target() + renamed(proposal.sources().getFirst()))
                .toList();
        assertThat(expected.stream().filter(after::contains).count() / (double) expected.size())
                .as("%s", expected.stream().filter(one -> !after.contains(one)).toList())
                .isGreaterThanOrEqualTo(0.75);
    }

    private static List<byte[]> messages(CanonicalType type) {
        var random = new RandomMessages(type.id().hashCode());
        return Stream.generate(() -> random.next(type))
                .limit(MESSAGES)
                .map(CanonicalMessage.class::cast)
                .map(CanonicalJson::write)
                .toList();
    }

    private static byte[] renamed(byte[] json) {
        var text = new String(json, StandardCharsets.UTF_8);
        for (var word : OTHER_WORDS.entrySet()) {
            text = text.replace("\"" + word.getKey() + "\":", "\"" + word.getValue() + "\":");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String renamed(String pointer) {
        var parts = new ArrayList<String>();
        List.of(pointer.split("/")).forEach(part -> parts.add(OTHER_WORDS.getOrDefault(part, part)));
        return String.join("/", parts);
    }

    private static void leaves(JsonNode node, String path, TreeSet<String> into) {
        if (node.isObject()) {
            node.properties().forEach(member -> leaves(member.getValue(), path + "/" + member.getKey(), into));
        } else if (node.isArray()) {
            node.forEach(item -> leaves(item, path + "/*", into));
        } else {
            into.add(path);
        }
    }

    private static SuggestedMapping suggested(CanonicalType type, List<byte[]> samples) {
        return (SuggestedMapping) Suggestions.of(samples, type);
    }
}
