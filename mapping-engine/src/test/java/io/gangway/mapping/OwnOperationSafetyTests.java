package io.gangway.mapping;

import static io.gangway.mapping.Mappings.chain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gangway.mapping.step.OwnOperations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a payload or in a spec, Gangway's own operations answer with a result. */
class OwnOperationSafetyTests {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0.1",
            "1e400",
            "-1e-400",
            "123456789012345678901234567890",
            "\"\"",
            "\"  \"",
            "\"x\"",
            "\"1\"",
            "\"2026-07-01T10:00:00\"",
            "\"\\ud83d\\ude00\\u0301\"",
            "\"" + "9".repeat(100_000) + "\"",
            "\"" + "a1.".repeat(33_000) + "\"",
            "[]",
            "{}",
            "[null, [], {}, 1, \"x\", [[\"y\"]]]",
            "{\"a\": {\"a\": []}, \"minorUnits\": \"1e99\", \"currency\": []}",
            "[{\"a\": 1}, [{\"a\": {\"b\": 2}}]]");

    static List<String> steps() {
        return List.of(
                "{'operation': 'country', 'spec': {'field': 'x', 'from': 'a'}}",
                "{'operation': 'code', 'spec': {'list': 'codes', 'key': ['a']}}",
                "{'operation': 'time', 'spec': {'field': 'a', 'formats': ['iso', 'epoch-millis', 'rfc2822', 'yyyyMMdd'], 'zone': 'UTC', 'zoneFromPlace': 'a'}}",
                "{'operation': 'time', 'spec': {'field': 'a.b', 'from': ['a', 'a'], 'zoneFrom': 'a', 'to': 'HH'}}",
                "{'operation': 'measure', 'spec': {'field': 'a', 'unitFrom': 'a', 'to': 'g', 'grouping': '\\''}}",
                "{'operation': 'measure', 'spec': {'field': 'x', 'from': 'a', 'unit': 'kg', 'to': 'lb', 'digits': 6, 'as': 'text'}}",
                "{'operation': 'money', 'spec': {'field': 'a', 'currency': 'EUR', 'decimal': ','}}",
                "{'operation': 'money', 'spec': {'field': 'x', 'from': 'a', 'currencyFrom': 'a'}}",
                "{'operation': 'money', 'spec': {'field': 'x', 'from': 'a', 'to': 'decimal'}}",
                "{'operation': 'first', 'spec': {'field': 'a.a', 'from': ['b', 'a']}}",
                "{'operation': 'join', 'spec': {'field': 'a', 'from': ['a', 'a.a', 'a']}}",
                "{'operation': 'split', 'spec': {'field': 'a', 'separator': '1'}}",
                "{'operation': 'slice', 'spec': {'field': 'x', 'from': 'a', 'start': -3, 'end': -1}}",
                "{'operation': 'match', 'spec': {'field': 'x', 'from': 'a', 'pattern': '((a|1)*\\\\.?)*b'}}",
                "{'operation': 'set', 'spec': {'a.b.c': [1, 'x']}}",
                "{'operation': 'translate', 'spec': {'field': 'a', 'table': {'1': 2}, 'otherwise': true}}",
                "{'operation': 'id', 'spec': {'field': 'a', 'from': ['a', 'b']}}",
                "{'operation': 'keep', 'spec': {'field': 'a', 'equals': 1, 'above': 0, 'matches': 'x'}}",
                "{'operation': 'drop', 'spec': {'not': {'field': 'a', 'atMost': 1.5}}}",
                "{'operation': 'each', 'spec': {'field': 'a', 'keep': ['a', 'a.a'], 'as': 'a.a'}}",
                "{'operation': 'each', 'spec': {'field': 'a'}}",
                "{'operation': 'when', 'spec': {'if': {'field': 'a', 'present': true}, 'then': [{'operation': 'set', 'spec': {'a': 1}}]}}",
                "{'operation': 'within', 'spec': {'field': 'a', 'steps': [{'operation': 'each', 'spec': {'field': 'a'}}]}}");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void answersToEveryPayload(String step) {
        var mapping = chain(step.replace("\\'", "&").replace('\'', '"').replace('&', '\''));
        for (var value : VALUES) {
            for (var payload : List.of(
                    value, "{\"a\": %s}".formatted(value), "[[{\"a\": %s}], {\"a\": %s}]".formatted(value, value))) {
                assertThatCode(() -> mapping.transform(payload.getBytes(StandardCharsets.UTF_8)))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void tellsFaultsOfEverySpec() {
        var dice = new Random(3);
        var members = List.of(
                "field",
                "from",
                "formats",
                "zone",
                "zoneFrom",
                "to",
                "unit",
                "unitFrom",
                "digits",
                "as",
                "decimal",
                "grouping",
                "currency",
                "separator",
                "item",
                "start",
                "end",
                "pattern",
                "group",
                "table",
                "otherwise",
                "prefix",
                "equals",
                "in",
                "present",
                "matches",
                "above",
                "all",
                "any",
                "not",
                "keep",
                "if",
                "then",
                "else",
                "steps",
                "list",
                "key");
        var values = List.of(
                "null",
                "true",
                "1",
                "1e400",
                "\"\"",
                "\"a\"",
                "\"a.b\"",
                "\"(\"",
                "[]",
                "{}",
                "[1]",
                "[\"a\"]",
                "[[\"a\"]]",
                "[{}]",
                "{\"field\": \"a\"}",
                "[{\"operation\": \"set\", \"spec\": {\"a\": [[1]]}}]");
        var operations = OwnOperations.names().toArray(new String[0]);
        for (int i = 0; i < 20_000; i++) {
            var spec = new TreeMap<String, String>();
            for (int j = dice.nextInt(6); j >= 0; j--) {
                spec.put(members.get(dice.nextInt(members.size())), values.get(dice.nextInt(values.size())));
            }
            if (dice.nextBoolean()) {
                spec.put("field", "\"a\"");
            }
            var step = "{\"operation\": \"%s\", \"spec\": {%s}}"
                    .formatted(
                            operations[dice.nextInt(operations.length)],
                            spec.entrySet().stream()
                                    .map(member -> "\"%s\": %s".formatted(member.getKey(), member.getValue()))
                                    .collect(Collectors.joining(", ")));
            var thrown = catchThrowable(() -> chain(step).transform("[{\"a\": [1]}]".getBytes(StandardCharsets.UTF_8)));
            assertThat(thrown == null || thrown instanceof MappingSpecInvalid)
                    .as("%s: %s", step, thrown)
                    .isTrue();
        }
    }
}
