package io.gangway.mapping;

import static io.gangway.mapping.Mappings.invalid;
import static io.gangway.mapping.Mappings.made;
import static io.gangway.mapping.Mappings.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations first, join, split, slice, set, translate and id. */
class TextStepTests {
    /** SHA-256 of {@code 2:é2:75} and {@code 3:é71:5} in UTF-8. */
    private static final String ID = "349af2e9c401adfdc411f3e961b317fada5d6be05fe40db87a4cc2f842d20f38";

    private static final String OTHER_ID = "535f7c2fede5b308b5005fc00084450c6bd1a6507c14f0fa62f31f556de637cb";

    @Test
    void takesTheFirstFieldThatHasSomething() {
        assertThat(made(
                        "{'operation': 'first', 'spec': {'field': 'x', 'from': ['a', 'b.c', 'd']}}",
                        "[{'a': ' ', 'b': {'c': []}, 'd': 0}, {'b': {'c': {'e': 1}}}, {'x': 7, 'a': null}]"))
                .isEqualTo("[{'a':' ','b':{'c':[]},'d':0,'x':0},{'b':{'c':{'e':1}},'x':{'e':1}},{'x':7,'a':null}]");
    }

    @Test
    void joinsTexts() {
        assertThat(made(
                        "{'operation': 'join', 'spec': {'field': 'x', 'from': ['a', 'b'], 'separator': '/'}}",
                        "[{'a': 'p', 'b': [1, '', true, {'z': 1}]}, {'a': ' '}]"))
                .isEqualTo("[{'a':'p','b':[1,'',true,{'z':1}],'x':'p/1/true'},{'a':' '}]");
        assertThat(wrong(
                        "{'operation': 'join', 'spec': {'field': 'x', 'from': ['a', 'a']}}",
                        "{'a': '%s'}".formatted("y".repeat(60_000))))
                .containsExactly(new MappingFault(
                        "too-large",
                        "#/0/x",
                        "The joined text for field 'x' has 120001 characters. At most 100000 are possible."));
    }

    @Test
    void splitsTextsLiterally() {
        assertThat(made(
                        "{'operation': 'split', 'spec': {'field': 'a', 'separator': '.*'}}",
                        "[{'a': 'x.* y.*.*z'}, {'a': 'xyz'}, {'a': 5}, {}]"))
                .isEqualTo("[{'a':['x','y','z']},{'a':['xyz']},{'a':['5']},{}]");
        assertThat(made(
                        "{'operation': 'split', 'spec': {'field': 'b', 'from': 'a', 'separator': ',', 'item': -2}}",
                        "[{'a': 'x,y,z'}, {'a': 'x', 'b': 1}]"))
                .isEqualTo("[{'a':'x,y,z','b':'y'},{'a':'x','b':1}]");
        assertThat(invalid("{'operation': 'split', 'spec': {'field': 'a', 'item': 'last'}}"))
                .containsExactly(
                        new MappingFault(
                                "invalid-member",
                                "#/steps/0/spec/item",
                                "Member 'item' at #/steps/0/spec is not a whole number from -1000 to 1000. Write one, without quotes."),
                        new MappingFault(
                                "missing-member",
                                "#/steps/0/spec",
                                "Member 'separator' is missing at #/steps/0/spec. Add it; it is a text of at least one character."));
    }

    @ParameterizedTest
    @CsvSource({"0, 2, DE", "-2, , 23", "2, -2, 01", "1, 100, E0123", "-100, 1, D"})
    void slicesTexts(int start, Integer end, String piece) {
        assertThat(made(
                        "{'operation': 'slice', 'spec': {'field': 'a', 'start': %d%s}}"
                                .formatted(start, end == null ? "" : ", 'end': " + end),
                        "{'a': 'DE0123'}"))
                .isEqualTo("{'a':'%s'}".formatted(piece));
    }

    @Test
    void slicesCharactersNotHalvesAndLeavesOutWhatIsEmpty() {
        assertThat(made(
                        "{'operation': 'slice', 'spec': {'field': 'a', 'start': 1, 'end': 2}}",
                        "[{'a': 'x😀y'}, {'a': 'x'}]"))
                .isEqualTo("[{'a':'😀'},{}]");
    }

    @Test
    void setsConstants() {
        assertThat(made(
                        "{'operation': 'set', 'spec': {'a': 'x', 'b.c': 1.5, 'd': true, 'e': ['f', 2]}}",
                        "[{'a': 1, 'b': 'text'}, [{}], 'no object']"))
                .isEqualTo(
                        "[{'a':'x','b':{'c':1.5},'d':true,'e':['f',2]},[{'a':'x','b':{'c':1.5},'d':true,'e':['f',2]}],'no object']");
        assertThat(invalid("{'operation': 'set', 'spec': {'a': {'b': 1}, 'c..d': 1, 'e': null}}"))
                .containsExactly(
                        new MappingFault(
                                "invalid-member",
                                "#/steps/0/spec/a",
                                "Member 'a' at #/steps/0/spec is not a text, number or truth value, nor an array of them. Write one."),
                        new MappingFault(
                                "invalid-member",
                                "#/steps/0/spec/c..d",
                                "Member 'c..d' at #/steps/0/spec names no field. Write names joined by dots, as in 'place.city'."),
                        new MappingFault(
                                "invalid-member",
                                "#/steps/0/spec/e",
                                "Member 'e' at #/steps/0/spec is not a text, number or truth value, nor an array of them. Write one."));
        assertThat(invalid("{'operation': 'set', 'spec': {}}"))
                .extracting(MappingFault::detail)
                .containsExactly(
                        "There is nothing to set at #/steps/0/spec. Write fields and their values, as in {\"carrier\": \"acme\"}.");
    }

    @Test
    void translatesValues() {
        var step =
                "{'operation': 'translate', 'spec': {'field': 'x', 'from': 'a', 'table': {'1': 'one', 'true': false}%s}}";
        assertThat(made(step.formatted(""), "[{'a': 1}, {'a': true}, {'a': 'One', 'x': 0}, {}]"))
                .isEqualTo("[{'a':1,'x':'one'},{'a':true,'x':false},{'a':'One','x':0},{}]");
        assertThat(made(step.formatted(", 'otherwise': 'many'"), "[{'a': 2}, {'a': '%s'}]".formatted("z".repeat(1000))))
                .endsWith(",'x':'many'}]")
                .startsWith("[{'a':2,'x':'many'},");
        assertThat(invalid("{'operation': 'translate', 'spec': {'field': 'x', 'table': [1]}}"))
                .containsExactly(new MappingFault(
                        "invalid-member",
                        "#/steps/0/spec/table",
                        "Member 'table' at #/steps/0/spec is not an object. Write one."));
    }

    @Test
    void makesIdsThatOthersCanCompute() {
        var step = "{'operation': 'id', 'spec': {'field': 'id', 'from': ['a', 'b'], 'prefix': 'p_'}}";
        assertThat(made(step, "[{'a': ' é ', 'b': 75}, {'a': 'e\u0301', 'b': '75'}, {'a': 'é7', 'b': 5}, {'b': ' '}]"))
                .isEqualTo(
                        "[{'a':' é ','b':75,'id':'p_%1$s'},{'a':'e\u0301','b':'75','id':'p_%1$s'},{'a':'é7','b':5,'id':'p_%2$s'},{'b':' '}]"
                                .formatted(ID, OTHER_ID));
    }
}
