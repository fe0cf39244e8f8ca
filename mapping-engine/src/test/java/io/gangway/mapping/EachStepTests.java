package io.gangway.mapping;

import static io.gangway.mapping.Mappings.chain;
import static io.gangway.mapping.Mappings.made;
import static io.gangway.mapping.Mappings.refusal;
import static io.gangway.mapping.Mappings.transformed;
import static io.gangway.mapping.Mappings.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The operations each and within. */
class EachStepTests {
    @Test
    void makesAMessageOfEveryItem() {
        assertThat(
                        made(
                                "{'operation': 'each', 'spec': {'field': 'p.items', 'keep': ['a', 'b.c', 'gone']}}",
                                "[{'a': 1, 'b': {'c': 2, 'd': 3}, 'p': {'items': [{'n': 1}, {'n': 2, 'a': 9}]}}, {'a': 5}, {'a': 6, 'p': {'items': []}}]"))
                .isEqualTo("[[{'n':1,'a':1,'b':{'c':2}},{'n':2,'a':9,'b':{'c':2}}],{'a':5},{'a':6,'p':{'items':[]}}]");
    }

    @Test
    void putsItemsIntoAField() {
        assertThat(made("{'operation': 'each', 'spec': {'field': 'n', 'as': 'x.number'}}", "{'n': ['1', {'a': 2}]}"))
                .isEqualTo("[{'x':{'number':'1'}},{'x':{'number':{'a':2}}}]");
        assertThat(wrong("{'operation': 'each', 'spec': {'field': 'n'}}", "{'n': ['1', {'a': 2}]}"))
                .containsExactly(
                        new MappingFault(
                                "not-a-message",
                                "#/n/0",
                                "What 'n' holds there is not an object. Add 'as' to the step, with the field that the item is put into."));
    }

    @Test
    void givesEveryMessageItsOwnCopy() {
        assertThat(transformed(
                        chain(
                                "{\"operation\": \"each\", \"spec\": {\"field\": \"i\", \"keep\": [\"w\"]}}",
                                "{\"operation\": \"measure\", \"spec\": {\"field\": \"w.kg\", \"unit\": \"kg\"}}"),
                        "{\"w\": {\"kg\": 1}, \"i\": [{\"n\": 1}, {\"n\": 2}]}"))
                .isEqualTo("[{\"n\":1,\"w\":{\"kg\":1000}},{\"n\":2,\"w\":{\"kg\":1000}}]");
    }

    @Test
    void refusesItemsThatMultiply() {
        var steps = new String[12];
        Arrays.fill(steps, "{\"operation\": \"each\", \"spec\": {\"field\": \"i\", \"keep\": [\"i\"], \"as\": \"x\"}}");
        assertThat(refusal(chain(steps), "{\"i\": [1, 2, 3, 4, 5, 6, 7, 8, 9]}"))
                .extracting(MappingFault::code)
                .containsExactly("too-many-items");
    }

    @Test
    void doesStepsWithinAPart() {
        assertThat(made("""
                        {'operation': 'within', 'spec': {'field': 'p', 'steps': [
                          {'operation': 'measure', 'spec': {'field': 'w', 'unit': 'kg'}},
                          {'operation': 'keep', 'spec': {'field': 'w', 'above': 0}},
                          {'operation': 'within', 'spec': {'field': 'q', 'steps': [{'operation': 'set', 'spec': {'r': 1}}]}}]}}""", "[{'p': [{'w': 1, 'q': {}}, {'w': 0}]}, {'p': {'w': 2}}, {'p': 'text'}, {}]"))
                .isEqualTo("[{'p':[{'w':1000,'q':{'r':1}}]},{'p':{'w':2000}},{'p':'text'},{}]");
    }

    @Test
    void tellsThePlaceWithinAPart() {
        assertThat(wrong(
                        "{'operation': 'within', 'spec': {'field': 'a.p', 'steps': [{'operation': 'measure', 'spec': {'field': 'w', 'unit': 'kg'}}]}}",
                        "[{}, {'a': {'p': [{'w': 1}, {'w': 'x'}]}}, {'a': {'p': {'w': 'x'}}}]"))
                .extracting(MappingFault::pointer)
                .containsExactly("#/1/a/p/1/w", "#/2/a/p/w");
    }
}
