package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odoo writes {@code false} where there is nothing, PHP {@code []}. */
class NothingTests {
    private static final String MAPPING = """
            {"operation": "shift", "spec": {"events": {"*": {
              "#acme": "[&1].carrier", "@(2,number)": "[&1].trackingNumber", "#IN_TRANSIT": "[&1].status",
              "at": "[&1].occurredAt", "code": "[&1].rawCode", "city": "[&1].place.city", "zip": "[&1].place.postalCode",
              "note": "[&1].rawText", "eta": "[&1]._eta", "ref": "[&1].references", "where": "[&1].place"}}}},
            {"operation": "time", "spec": {"field": "occurredAt"}},
            {"operation": "time", "spec": {"field": "estimatedDeliveryAt", "from": "_eta", "zone": "UTC"}}""";

    @ParameterizedTest
    @ValueSource(strings = {"false", "[]", "null", "\"\"", "{}"})
    void isAbsent(String nothing) {
        var event = Mappings.events(Mappings.compile(MAPPING), """
                {"number": "A1", "events": [{"at": "2026-01-01T10:00:00Z", "code": "done", "city": %1$s, "zip": %1$s,
                  "note": %1$s, "eta": %1$s, "ref": %1$s}]}""".formatted(nothing))
                .getFirst();
        assertThat(event.place()).isNull();
        assertThat(event.rawText()).isNull();
        assertThat(event.estimatedDeliveryAt()).isNull();
        assertThat(event.references()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "[]", "null", "\"\""})
    void isNoObjectEither(String nothing) {
        var event = Mappings.events(Mappings.compile(MAPPING), """
                {"number": "A1", "events": [{"at": "2026-01-01T10:00:00Z", "code": "done", "where": %s}]}""".formatted(nothing))
                .getFirst();
        assertThat(event.place()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "[]", "{}"})
    void isNoTrackingNumber(String nothing) {
        assertThat(Mappings.rejection(Mappings.compile(MAPPING), """
                {"number": %s, "events": [{"at": "2026-01-01T10:00:00Z", "code": "done"}]}""".formatted(nothing)))
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("missing-field", "#/0/trackingNumber"));
    }

    @Test
    void isPassedOverByFirst() {
        assertThat(Mappings.made(
                        "{'operation': 'first', 'spec': {'field': 'x', 'from': ['a', 'b']}}", "{'a': false, 'b': 1}"))
                .isEqualTo("{'a':false,'b':1,'x':1}");
    }

    @Test
    void isComparedByConditionsTablesAndCodes() {
        assertThat(Mappings.made(
                        "{'operation': 'keep', 'spec': {'field': 'a', 'equals': false}}",
                        "[{'a': false}, {'a': true}]"))
                .isEqualTo("[{'a':false}]");
        assertThat(Mappings.made(
                        "{'operation': 'translate', 'spec': {'field': 'a', 'table': {'false': 'N', 'true': 'Y'}}}",
                        "[{'a': false}, {'a': true}]"))
                .isEqualTo("[{'a':'N'},{'a':'Y'}]");
    }
}
