package io.gangway.mapping;

import static io.gangway.mapping.Mappings.faultsOf;
import static io.gangway.mapping.Mappings.faultsOfStep;
import static io.gangway.mapping.Mappings.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MappingCompilerTests {
    @Test
    void tellsLineAndColumnOfBrokenJson() {
        assertThat(faultsOf("{\n \"mapping\" \"x\"}")).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("malformed-json");
            assertThat(fault.detail()).startsWith("The text is not JSON at line 2, column 12: ");
        });
    }

    @Test
    void tellsAllFaultsAtOnce() {
        var text =
                "{\"maping\": \"x\", \"target\": \"tracking-event/2\", \"steps\": [{\"operation\": \"shiftt\", \"spec\": {}}, {\"operation\": \"time\", \"spec\": {\"feld\": \"a\"}}]}";
        assertThat(faultsOf(text))
                .containsExactlyInAnyOrder(
                        new MappingFault(
                                "missing-member", "#", "Member 'mapping' is missing at #. Add it; it is a text."),
                        new MappingFault(
                                "unknown-target",
                                "#/target",
                                "There is no target 'tracking-event/2'. Did you mean 'tracking-event/1'?"),
                        new MappingFault(
                                "unknown-member",
                                "#/maping",
                                "Member 'maping' at # is not known. Did you mean 'mapping'?"),
                        new MappingFault(
                                "unknown-operation",
                                "#/steps/0/operation",
                                "There is no operation 'shiftt' at #/steps/0. Did you mean 'shift'?"),
                        new MappingFault(
                                "missing-member",
                                "#/steps/1/spec",
                                "Member 'field' is missing at #/steps/1/spec. Add it; it is a text."),
                        new MappingFault(
                                "unknown-member",
                                "#/steps/1/spec/feld",
                                "Member 'feld' at #/steps/1/spec is not known. Did you mean 'field'?"));
        assertThatThrownBy(() -> new MappingCompiler(MappingLimits.defaults()).compile(text, CodeLists.none()))
                .isInstanceOf(MappingSpecInvalid.class)
                .message()
                .hasLineCount(6)
                .contains("#/steps/0/operation unknown-operation: There is no operation 'shiftt' at #/steps/0.");
    }

    @Test
    void refusesTextThatIsNoObject() {
        assertThat(faultsOf("[]"))
                .containsExactly(new MappingFault(
                        "invalid-mapping",
                        "#",
                        "The mapping is not a JSON object. Write {\"mapping\", \"target\", \"steps\"}."));
        assertThat(faultsOf("null")).extracting(MappingFault::code).containsExactly("invalid-mapping");
        assertThat(faultsOf("")).extracting(MappingFault::code).containsExactly("empty");
    }

    @Test
    void refusesMappingWithoutSteps() {
        assertThat(faultsOf(text()))
                .containsExactly(
                        new MappingFault(
                                "missing-member",
                                "#/steps",
                                "The mapping has no steps at #/steps. Write an array with at least one {\"operation\", \"spec\"}."));
    }

    @Test
    void refusesStepWithoutSpec() {
        assertThat(faultsOfStep("{\"operation\": \"shift\"}"))
                .containsExactly(new MappingFault(
                        "missing-member",
                        "#/steps/0",
                        "Operation 'shift' at #/steps/0 has no spec. Add member 'spec'; it is an object."));
    }

    @Test
    void tellsWhatJoltRefuses() {
        assertThat(faultsOfStep("{\"operation\": \"shift\", \"spec\": {\"a\": \"x.&(a\"}}"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("invalid-spec");
                    assertThat(fault.pointer()).isEqualTo("#/steps/0/spec");
                    assertThat(fault.detail()).startsWith("Jolt refuses the spec of 'shift': ");
                });
        for (var operation : new String[] {"shift", "default", "remove", "cardinality", "modify-overwrite-beta"}) {
            assertThat(faultsOfStep("{\"operation\": \"%s\", \"spec\": 7}".formatted(operation)))
                    .extracting(MappingFault::code)
                    .containsExactly("invalid-spec");
        }
    }

    @Test
    void refusesCodeListThatIsNotThere() {
        assertThat(faultsOfStep("{\"operation\": \"code\", \"spec\": {\"list\": \"code\", \"key\": [\"_c\"]}}"))
                .containsExactly(new MappingFault(
                        "unknown-code-list",
                        "#/steps/0/spec/list",
                        "There is no code list 'code' on this connection. Did you mean 'codes'?"));
    }

    @Test
    void refusesKeyThatNoRowCanAnswer() {
        assertThat(faultsOfStep(
                        "{\"operation\": \"code\", \"spec\": {\"list\": \"codes\", \"key\": [\"_a\", \"_b\"]}}"))
                .containsExactly(
                        new MappingFault(
                                "code-key-size",
                                "#/steps/0/spec/key",
                                "The key has 2 fields, but no row of code list 'codes' has a key of that size. Name as many fields as the rows have codes."));
    }

    @Test
    void refusesTimesThatCannotBeRead() {
        assertThat(
                        faultsOfStep(
                                "{\"operation\": \"time\", \"spec\": {\"field\": \"occurredAt\", \"formats\": [\"yyyyMMdd\"]}}"))
                .containsExactly(
                        new MappingFault(
                                "zone-missing",
                                "#/steps/0/spec/formats",
                                "Format 'yyyyMMdd' has no zone. Add 'zone', as in \"Europe/Berlin\", 'zoneFrom' with the field that has it, or 'zoneFromPlace' with the place."));
        assertThat(faultsOfStep(
                        "{\"operation\": \"time\", \"spec\": {\"field\": \"occurredAt\", \"zone\": \"Europe/Berln\"}}"))
                .containsExactly(
                        new MappingFault(
                                "invalid-zone",
                                "#/steps/0/spec/zone",
                                "'Europe/Berln' is no zone. Write a name such as 'Europe/Berlin', an offset such as '+02:00', or 'UTC'."));
        assertThat(faultsOfStep(
                        "{\"operation\": \"time\", \"spec\": {\"field\": \"occurredAt\", \"formats\": [\"epoch\"]}}"))
                .extracting(MappingFault::code)
                .containsExactly("invalid-format");
        assertThat(faultsOfStep("{\"operation\": \"time\", \"spec\": {\"field\": \"a..b\"}}"))
                .containsExactly(
                        new MappingFault(
                                "invalid-member",
                                "#/steps/0/spec/field",
                                "Member 'field' at #/steps/0/spec names no field. Write names joined by dots, as in 'place.city'."));
    }

    @Test
    void refusesTooMuch() {
        var limits = MappingLimits.defaults();
        assertThat(faultsOf(" ".repeat(limits.specCharacters() + 1)))
                .containsExactly(new MappingFault(
                        "too-large", "#", "The mapping has 65537 characters. At most 65536 are possible."));
        var steps = new String[51];
        java.util.Arrays.fill(steps, "{\"operation\": \"sort\"}");
        assertThat(faultsOf(text(steps)))
                .containsExactly(
                        new MappingFault("too-large", "#/steps", "The mapping has 51 steps. At most 50 are possible."));
    }

    @Test
    void takesCanonicalMessagesForPartners() {
        var text =
                "{\"mapping\": \"m\", \"source\": \"%s\", \"target\": \"%s\", \"steps\": [{\"operation\": \"sort\"}]}";
        assertThat(new MappingCompiler(MappingLimits.defaults())
                        .compile(text.formatted("pickup/1", "json"), CodeLists.none())
                        .source())
                .hasValueSatisfying(type -> assertThat(type.id()).isEqualTo("pickup/1"));
        assertThat(faultsOf(text.formatted("pikup/1", "tracking-event/1")))
                .containsExactly(
                        new MappingFault(
                                "unknown-source",
                                "#/source",
                                "There is no canonical message 'pikup/1'. Did you mean 'pickup/1'?"),
                        new MappingFault(
                                "invalid-member",
                                "#/source",
                                "A mapping from a canonical message makes a partner's JSON. Write the target 'json', or leave 'source' out."));
    }
}
