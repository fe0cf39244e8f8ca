package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class KnownSendersTests {
    @ParameterizedTest
    @MethodSource("senders")
    void compilesTheMapping(String sender) {
        var known = KnownSenders.find(sender).orElseThrow();
        assertThat(new MappingCompiler(MappingLimits.defaults()).compile(known.mapping(), known.toCodeLists()))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("senders")
    void hasNoKeyTwice(String sender) {
        KnownSenders.find(sender)
                .orElseThrow()
                .codeLists()
                .forEach((list, rows) -> assertThat(rows)
                        .as(list)
                        .isNotEmpty()
                        .extracting(CodeRow::key)
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @MethodSource("senders")
    void knowsEveryPublishedCode(String sender) {
        var published = new JsonMapper()
                .readValue(
                        getClass().getResourceAsStream("/vocabularies/published.json"),
                        new TypeReference<Map<String, List<List<String>>>>() {})
                .get(sender);
        var rows = KnownSenders.find(sender)
                .orElseThrow()
                .codeLists()
                .values()
                .iterator()
                .next();
        var list = CodeList.of(sender, rows);
        assertThat(published)
                .isNotEmpty()
                .allSatisfy(codes -> assertThat(list.find(codes)).isPresent());
    }

    @Test
    void neverTakesUpsTypeDAloneForDelivered() {
        var list = CodeList.of(
                "ups", KnownSenders.find("ups").orElseThrow().codeLists().get("ups-status"));
        assertThat(list.find(List.of("D", ""))).isEmpty();
        assertThat(list.find(List.of("I", "011"))).isEmpty();
    }

    @Test
    void knowsNoOtherSenders() {
        assertThat(KnownSenders.find("../ups")).isEmpty();
    }

    static Stream<String> senders() {
        return KnownSenders.all().stream();
    }
}
