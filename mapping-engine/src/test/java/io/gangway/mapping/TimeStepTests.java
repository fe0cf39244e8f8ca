package io.gangway.mapping;

import static io.gangway.mapping.Mappings.compile;
import static io.gangway.mapping.Mappings.message;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStepTests {
    private static final String OFFSET_BESIDE =
            "{'operation': 'time', 'spec': {'field': 'at', 'from': 'd', 'formats': ['yyyyMMdd HH:mm:ss'], 'zoneFrom': 'o'}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'iso'                  |                | 2026-03-29T01:30:00Z          | 2026-03-29T01:30:00Z",
                "'iso'                  |                | 2026-03-29T01:30:00.5+0200    | 2026-03-28T23:30:00.500Z",
                "'iso'                  |                | 2026-03-29 01:30:00 +02:00    | 2026-03-28T23:30:00Z",
                "'iso'                  |                | 2026-03-29T01:30-07           | 2026-03-29T08:30:00Z",
                "'iso'                  | Europe/Berlin  | 2026-03-29T01:59:59           | 2026-03-29T00:59:59Z",
                "'iso'                  | Europe/Berlin  | 2026-03-29T02:30:00           | 2026-03-29T01:30:00Z",
                "'iso'                  | Europe/Berlin  | 2026-03-29T03:00:00           | 2026-03-29T01:00:00Z",
                "'iso'                  | Europe/Berlin  | 2026-10-25T02:30:00           | 2026-10-25T00:30:00Z",
                "'iso'                  | Europe/Berlin  | 2026-07-01                    | 2026-06-30T22:00:00Z",
                "'iso'                  | Europe/Berlin  | 2026-07-01T10:00:00-05:00     | 2026-07-01T15:00:00Z",
                "'epoch-seconds'        |                | 1712741696                    | 2024-04-10T09:34:56Z",
                "'epoch-millis'         |                | 1721899990123                 | 2024-07-25T09:33:10.123Z",
                "'rfc2822'              |                | Wed, 10 Apr 2024 09:34:56 GMT | 2024-04-10T09:34:56Z",
                "'rfc2822'              |                | Wed, 10 Apr 2024 09:34:56 +0200 | 2024-04-10T07:34:56Z",
                "'dd.MM.yyyy HH:mm'     | Europe/Vienna  | 24.12.2026 18:05              | 2026-12-24T17:05:00Z",
                "'yyyyMMddHHmmssXX'     |                | 20261224180500+0100           | 2026-12-24T17:05:00Z"
            })
    void readsTimes(String format, String zone, String text, String instant) {
        var mapping = compile(
                "{\"operation\": \"time\", \"spec\": {\"field\": \"occurredAt\", \"from\": \"_t\", \"formats\": [\"%s\"]%s}}"
                        .formatted(format, zone == null ? "" : ", \"zone\": \"" + zone + "\""));
        assertThat(Mappings.events(mapping, message(", \"_t\": \"%s\"".formatted(text)))
                        .getFirst()
                        .occurredAt())
                .hasToString(instant);
    }

    @Test
    void takesZoneAndTimeFromOtherFields() {
        var mapping = compile(
                "{\"operation\": \"time\", \"spec\": {\"field\": \"occurredAt\", \"from\": [\"_d\", \"_t\"], \"formats\": [\"yyyyMMdd HHmmss\"], \"zoneFrom\": \"_z\"}}");
        assertThat(Mappings.events(mapping, message(", \"_d\": 20240422, \"_t\": \"212901\", \"_z\": \"-04:00\""))
                        .getFirst()
                        .occurredAt())
                .hasToString("2024-04-23T01:29:01Z");
    }

    @Test
    void refusesTimeWithoutZone() {
        var mapping = compile("{\"operation\": \"time\", \"spec\": {\"field\": \"occurredAt\", \"from\": \"_t\"}}");
        assertThat(Mappings.rejection(mapping, message(", \"_t\": \"2026-03-29T01:30:00\"")))
                .containsExactly(
                        new MappingFault(
                                "zone-missing",
                                "#/0/occurredAt",
                                "'2026-03-29T01:30:00' for field 'occurredAt' has no zone. Add 'zone', 'zoneFrom' or 'zoneFromPlace' to the step, or have the offset sent."));
    }

    @Test
    void refusesTimesInOtherFormatsAndDaysThatAreNone() {
        var mapping = compile(
                "{\"operation\": \"time\", \"spec\": {\"field\": \"occurredAt\", \"from\": \"_t\", \"zone\": \"UTC\"}}");
        assertThat(Mappings.rejection(mapping, message(", \"_t\": \"2026-02-30T00:00:00\"")))
                .containsExactly(
                        new MappingFault(
                                "invalid-time",
                                "#/0/occurredAt",
                                "'2026-02-30T00:00:00' for field 'occurredAt' is in none of the formats of the mapping. Add its format, or have it sent in one of them."));
    }

    @Test
    void refusesMillisecondsTakenForSeconds() {
        var mapping = compile(
                "{\"operation\": \"time\", \"spec\": {\"field\": \"occurredAt\", \"from\": \"_t\", \"formats\": [\"epoch-seconds\"]}}");
        assertThat(Mappings.rejection(mapping, message(", \"_t\": 1721899990123")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("invalid-time");
                    assertThat(fault.detail()).contains("Check seconds against milliseconds");
                });
    }

    @Test
    void leavesOutWhatIsNotThere() {
        var mapping = compile(
                "{\"operation\": \"time\", \"spec\": {\"field\": \"estimatedDeliveryAt\", \"from\": [\"_d\", \"_t\"], \"zone\": \"UTC\"}}");
        assertThat(Mappings.events(mapping, message(", \"_d\": \"2026-01-01\", \"_t\": \"\""))
                        .getFirst()
                        .estimatedDeliveryAt())
                .isNull();
    }

    @Test
    void takesTheZoneOfThePlace() {
        var step = "{'operation': 'time', 'spec': {'field': 't', 'zoneFromPlace': 'p'%s}}";
        assertThat(
                        Mappings.made(
                                step.formatted(""),
                                "[{'t': '2026-07-01T10:00', 'p': {'countryCode': 'DE'}}, {'t': '2026-07-01T10:00', 'p': {'countryCode': 'US', 'region': 'NY'}}]"))
                .isEqualTo(
                        "[{'t':'2026-07-01T08:00:00Z','p':{'countryCode':'DE'}},{'t':'2026-07-01T14:00:00Z','p':{'countryCode':'US','region':'NY'}}]");
        assertThat(Mappings.wrong(
                        step.formatted(""), "[{'t': '2026-07-01T10:00', 'p': {'countryCode': 'US', 'region': 'TX'}}]"))
                .containsExactly(
                        new MappingFault(
                                "zone-missing",
                                "#/0/t",
                                "'2026-07-01T10:00' for field 't' has no zone. US/TX has several time zones (America/Chicago, America/Denver). Add 'zone' to the step for places that do not say it, or have the offset sent."));
        assertThat(Mappings.made(step.formatted(", 'zone': 'UTC'"), "{'t': '2026-07-01T10:00'}"))
                .isEqualTo("{'t':'2026-07-01T10:00:00Z'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso              | Europe/Berlin | '2026-07-01T12:00:00+02:00'",
                "iso              |               | '2026-07-01T10:00:00Z'",
                "epoch-seconds    |               | 1782900000",
                "epoch-millis     |               | 1782900000000",
                "rfc2822          |               | 'Wed, 1 Jul 2026 10:00:00 GMT'",
                "yyyyMMdd HHmm    | Asia/Tokyo    | '20260701 1900'",
                "EEEE d MMMM      | UTC           | 'Wednesday 1 July'"
            })
    void writesTimes(String format, String zone, String written) {
        assertThat(Mappings.made(
                        "{'operation': 'time', 'spec': {'field': 'w', 'from': 't', 'to': '%s'%s}}"
                                .formatted(format, zone == null ? "" : ", 'zone': '%s'".formatted(zone)),
                        "{'t': '2026-07-01T10:00:00Z'}"))
                .endsWith(",'w':%s}".formatted(written.startsWith("1") ? written : "'" + written + "'"));
    }

    @Test
    void refusesToWriteTimesOfNoZoneOrFormat() {
        assertThat(Mappings.invalid("{'operation': 'time', 'spec': {'field': 't', 'to': 'yyyyMMdd'}}"))
                .containsExactly(
                        new MappingFault(
                                "zone-missing",
                                "#/steps/0/spec/to",
                                "Format 'yyyyMMdd' has no zone. Add 'zone', as in \"Europe/Berlin\", 'zoneFrom' with the field that has it, or 'zoneFromPlace' with the place."));
        assertThat(Mappings.invalid("{'operation': 'time', 'spec': {'field': 't', 'to': 'b', 'zone': 'UTC'}}"))
                .extracting(MappingFault::code)
                .containsExactly("invalid-format");
        assertThat(Mappings.invalid(
                        "{'operation': 'time', 'spec': {'field': 't', 'zoneFrom': 'z', 'zoneFromPlace': 'p'}}"))
                .containsExactly(new MappingFault(
                        "invalid-member",
                        "#/steps/0/spec/zoneFromPlace",
                        "Both 'zoneFrom' and 'zoneFromPlace' are given. Keep one."));
    }

    @ParameterizedTest
    @CsvSource({
        "'+00:00',  2024-04-04T07:03:12Z",
        "'-7:00',   2024-04-04T14:03:12Z",
        "-07:00,    2024-04-04T14:03:12Z",
        "-0700,     2024-04-04T14:03:12Z",
        "'-7',      2024-04-04T14:03:12Z",
        "GMT-7,     2024-04-04T14:03:12Z",
        "utc+5:30,  2024-04-04T01:33:12Z",
        "EST,       2024-04-04T12:03:12Z",
        "PDT,       2024-04-04T14:03:12Z",
        "CST,       2024-04-04T13:03:12Z",
        "CEST,      2024-04-04T05:03:12Z",
        "0,         2024-04-04T07:03:12Z",
        "Asia/Kolkata, 2024-04-04T01:33:12Z"
    })
    void takesTheOffsetsThatSendersWrite(String zone, String instant) {
        assertThat(Mappings.made(OFFSET_BESIDE, "{'d': '20240404 07:03:12', 'o': '%s'}".formatted(zone)))
                .endsWith(",'at':'%s'}".formatted(instant));
    }

    @Test
    void takesAnOffsetThatIsANumber() {
        assertThat(Mappings.made(OFFSET_BESIDE, "{'d': '20240404 07:03:12', 'o': -7}"))
                .endsWith(",'at':'2024-04-04T14:03:12Z'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "IST", "7", "-19:00", "+7:75", "XYZ"})
    void namesTheZoneThatIsNone(String zone) {
        assertThat(Mappings.wrong(OFFSET_BESIDE, "{'d': '20240404 07:03:12', 'o': '%s'}".formatted(zone)))
                .singleElement()
                .extracting(MappingFault::detail)
                .asString()
                .contains("'%s' in 'o' is not a zone.".formatted(zone));
    }

    @Test
    void keepsADayADay() {
        var step = "{'operation': 'time', 'spec': {'field': 'at', 'dayField': 'on', 'from': 'd', 'zone': 'UTC'}}";
        assertThat(Mappings.made(step, "[{'d': '2026-01-18'}, {'d': '2026-01-18T10:00:00Z'}, {'d': ''}]"))
                .isEqualTo(
                        "[{'d':'2026-01-18','on':'2026-01-18'},{'d':'2026-01-18T10:00:00Z','at':'2026-01-18T10:00:00Z'},{'d':''}]");
        assertThat(Mappings.made(
                        "{'operation': 'time', 'spec': {'field': 'at', 'dayField': 'on', 'from': 'd', 'formats': ['yyyyMMdd']}}",
                        "{'d': 20260118}"))
                .isEqualTo("{'d':20260118,'on':'2026-01-18'}");
        assertThat(Mappings.wrong(step, "{'d': '1026-01-18'}"))
                .singleElement()
                .extracting(MappingFault::pointer)
                .isEqualTo("#/0/on");
    }

    @Test
    void tellsSecondsFromMilliseconds() {
        var step = "{'operation': 'time', 'spec': {'field': 'at', 'from': 'd', 'formats': ['epoch-millis'%s]}}";
        assertThat(Mappings.made(step.formatted(", 'epoch-seconds'"), "[{'d': 1788177540}, {'d': 1788177540000}]"))
                .isEqualTo(
                        "[{'d':1788177540,'at':'2026-08-31T11:59:00Z'},{'d':1788177540000,'at':'2026-08-31T11:59:00Z'}]");
        assertThat(Mappings.wrong(step.formatted(""), "{'d': 1788177540}"))
                .singleElement()
                .extracting(MappingFault::detail)
                .asString()
                .contains("1970-01-21", "Check seconds against milliseconds");
    }
}
