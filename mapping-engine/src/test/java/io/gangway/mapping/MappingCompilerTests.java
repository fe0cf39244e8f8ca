package io.gangway.mapping;

import static io.gangway.mapping.Mappings.faultsOf;
import static io.gangway.mapping.Mappings.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is not a matter of one mapping alone; all else is in {@link MappingFaultCorpusTests}. */
class MappingCompilerTests {
    @Test
    void tellsLineAndColumnOfBrokenJson() {
        assertThat(faultsOf("{\n \"mapping\" \"x\"}")).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("malformed-json");
            assertThat(fault.place()).isEqualTo(new Place(2, 12));
            assertThat(fault.detail()).startsWith("The text is not JSON at line 2, column 12: ");
        });
    }

    @Test
    void listsAllFaultsWithTheirPlacesInTheMessage() {
        assertThatThrownBy(() -> new MappingCompiler(MappingLimits.defaults()).compile("""
                {"mapping": "x", "target": "tracking-event/1", "steps": [
                  {"operation": "shiftt", "spec": {}},
                  {"operation": "time", "spec": {}}]}""", CodeLists.none()))
                .isInstanceOf(MappingSpecInvalid.class)
                .hasMessage("""
                #/steps/0/operation (line 2, column 4) unknown-operation: There is no operation 'shiftt' at #/steps/0. Did you mean 'shift'?
                #/steps/1/spec (line 3, column 25) missing-member: Member 'field' is missing at #/steps/1/spec. Add it; it is a text.""");
    }

    @Test
    void takesABareChain() {
        var chain = "[{\"operation\": \"shift\", \"spec\": {\"a\": \"b\"}}]";
        assertThat(new MappingCompiler(MappingLimits.defaults())
                        .compile(chain, CodeLists.none())
                        .target())
                .isEmpty();
        assertThat(faultsOf("[]"))
                .containsExactly(
                        new MappingFault(
                                "missing-member",
                                "#/steps",
                                new Place(1, 1),
                                "The mapping has no steps at #/steps. Write an array with at least one {\"operation\", \"spec\"}."));
    }

    @Test
    void refusesTooMuch() {
        var limits = MappingLimits.defaults();
        assertThat(faultsOf(" ".repeat(limits.specCharacters() + 1)))
                .containsExactly(new MappingFault(
                        "too-large",
                        "#",
                        new Place(1, 1),
                        "The mapping has 65537 characters. At most 65536 are possible."));
        var steps = new String[51];
        java.util.Arrays.fill(steps, "{\"operation\": \"sort\"}");
        assertThat(faultsOf(text(steps)))
                .containsExactly(new MappingFault(
                        "too-large",
                        "#/steps",
                        new Place(1, 51),
                        "The mapping has 51 steps. At most 50 are possible."));
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
                                new Place(1, 18),
                                "There is not a canonical message 'pikup/1'. Did you mean 'pickup/1'?"),
                        new MappingFault(
                                "invalid-member",
                                "#/source",
                                new Place(1, 18),
                                "A mapping from a canonical message makes a partner's JSON. Write the target 'json', or leave 'source' out."));
    }
}
