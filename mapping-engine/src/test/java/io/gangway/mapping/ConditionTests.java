package io.gangway.mapping;

import static io.gangway.mapping.Mappings.invalid;
import static io.gangway.mapping.Mappings.made;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations when, keep and drop. */
class ConditionTests {
    private static final String MESSAGES =
            "[{'n': 1, 'a': 'x'}, {'n': 2, 'a': 'xy'}, {'n': '3', 'a': ['x', 'z']}, {'n': -1.5}, {'n': true, 'a': ' '}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'field': 'a', 'equals': 'x'                         | 0 2",
                "'field': 'n', 'equals': 3                           | 2",
                "'field': 'n', 'equals': true                        | 4",
                "'field': 'a', 'in': ['z', 'xy']                     | 1 2",
                "'field': 'a', 'present': true                       | 0 1 2",
                "'field': 'a', 'present': false                      | 3 4",
                "'field': 'a', 'startsWith': 'x'                     | 0 1 2",
                "'field': 'a', 'matches': '^.$'                      | 0 2",
                "'field': 'n', 'above': 1                            | 1 2",
                "'field': 'n', 'atLeast': 1                          | 0 1 2",
                "'field': 'n', 'below': 1                            | 3",
                "'field': 'n', 'atMost': 1                           | 0 3",
                "'field': 'n', 'above': -2, 'below': 2               | 0 3",
                "'not': {'field': 'a', 'equals': 'x'}                | 1 3 4",
                "'any': [{'field': 'a', 'equals': 'xy'}, {'field': 'n', 'below': 0}]         | 1 3",
                "'all': [{'field': 'a', 'startsWith': 'x'}, {'not': {'field': 'n', 'equals': 2}}] | 0 2",
                "'field': 'b.c', 'equals': 'x'                       | "
            })
    void asks(String condition, String kept) {
        var all = MESSAGES.substring(1, MESSAGES.length() - 1)
                .replace(": ", ":")
                .replace("['x', 'z']", "['x','z']")
                .replace(", 'a", ",'a")
                .split(", (?=\\{)");
        var wanted = kept == null ? new String[0] : kept.split(" ");
        var messages = java.util.Arrays.stream(wanted)
                .map(i -> all[Integer.parseInt(i)])
                .toList();
        assertThat(made("{'operation': 'keep', 'spec': {%s}}".formatted(condition), MESSAGES))
                .isEqualTo("[" + String.join(",", messages) + "]");
        assertThat(made("{'operation': 'drop', 'spec': {'not': {%s}}}".formatted(condition), MESSAGES))
                .isEqualTo("[" + String.join(",", messages) + "]");
    }

    @Test
    void dropsMessagesHoweverNestedAndLeavesOtherThingsAlone() {
        assertThat(made(
                        "{'operation': 'drop', 'spec': {'field': 'a', 'present': true}}",
                        "[[{'a': 1}, {}], 'x', {'a': 2}]"))
                .isEqualTo("[[{}],'x']");
        assertThat(made("{'operation': 'drop', 'spec': {'field': 'a', 'present': true}}", "{'a': 1}"))
                .isEqualTo("[]");
    }

    @Test
    void doesSomeStepsWhenAndOthersElse() {
        var step = """
                {'operation': 'when', 'spec': {'if': {'field': 'a', 'equals': 1},
                 'then': [{'operation': 'set', 'spec': {'b': 'one'}}, {'operation': 'translate', 'spec': {'field': 'b', 'table': {'one': 'ONE'}}}],
                 'else': [{'operation': 'set', 'spec': {'b': 'other'}}]}}""";
        assertThat(made(step, "[{'a': 1}, {'a': 2}, {}]"))
                .isEqualTo("[{'a':1,'b':'ONE'},{'a':2,'b':'other'},{'b':'other'}]");
    }

    @Test
    void refusesConditionsThatAskNothing() {
        assertThat(invalid("{'operation': 'keep', 'spec': {'field': 'a'}}"))
                .containsExactly(
                        new MappingFault(
                                "missing-member",
                                "#/steps/0/spec",
                                "Nothing is asked of field 'a' at #/steps/0/spec. Add one of equals, in, present, startsWith, matches, above, atLeast, below, atMost."));
        assertThat(
                        invalid(
                                "{'operation': 'keep', 'spec': {'field': 'a', 'equal': 1, 'in': 'x', 'present': 'yes', 'above': '1', 'equals': {}}}"))
                .extracting(fault -> fault.pointer() + " " + fault.detail())
                .containsExactlyInAnyOrder(
                        "#/steps/0/spec/equal Member 'equal' at #/steps/0/spec is not known. Did you mean 'equals'?",
                        "#/steps/0/spec/equals Member 'equals' at #/steps/0/spec is not a text, number or truth value. Write one.",
                        "#/steps/0/spec/in Member 'in' at #/steps/0/spec is not an array of texts, numbers or truth values. Write one with at least one of them.",
                        "#/steps/0/spec/present Member 'present' at #/steps/0/spec is neither true nor false. Write one of them, without quotes.",
                        "#/steps/0/spec/above Member 'above' at #/steps/0/spec is not a number. Write one, without quotes.");
        assertThat(invalid("{'operation': 'drop', 'spec': {'any': [], 'fild': 'a'}}"))
                .extracting(MappingFault::detail)
                .containsExactly(
                        "Member 'fild' at #/steps/0/spec is not known. Known are any.",
                        "Member 'any' at #/steps/0/spec is not an array of objects. Write one with at least one of them.");
    }

    @Test
    void refusesStepsThatCannotStandThere() {
        assertThat(invalid("""
                {'operation': 'when', 'spec': {'if': {'field': 'a', 'present': true},
                 'then': [{'operation': 'drop', 'spec': {'field': 'a', 'present': true}}],
                 'else': [{'operation': 'shift', 'spec': {}}, {'operation': 'sett', 'spec': {}}, {'operation': 'set'}]}}"""))
                .containsExactly(
                        new MappingFault(
                                "invalid-member",
                                "#/steps/0/spec/then",
                                "The steps in 'then' at #/steps/0/spec make other messages, which only those of the mapping and of 'within' can. Move 'each', 'keep' and 'drop' there."),
                        new MappingFault(
                                "unknown-operation",
                                "#/steps/0/spec/else/0/operation",
                                "There is no operation 'shift' at #/steps/0/spec/else/0 that another can contain. Known are code, country, drop, each, first, id, join, keep, match, measure, money, set, slice, split, time, translate, when, within."),
                        new MappingFault(
                                "unknown-operation",
                                "#/steps/0/spec/else/1/operation",
                                "There is no operation 'sett' at #/steps/0/spec/else/1 that another can contain. Did you mean 'set'?"),
                        new MappingFault(
                                "missing-member",
                                "#/steps/0/spec/else/2",
                                "Operation 'set' at #/steps/0/spec/else/2 has no spec. Add member 'spec'; it is an object."));
        assertThat(invalid("{'operation': 'when', 'spec': {'iff': {}}}"))
                .extracting(MappingFault::detail)
                .containsExactly(
                        "Member 'if' is missing at #/steps/0/spec. Add it; it is an object.",
                        "Neither 'then' nor 'else' is given at #/steps/0/spec. Add one with the steps that are to be done.",
                        "Member 'iff' at #/steps/0/spec is not known. Did you mean 'if'?");
    }
}
