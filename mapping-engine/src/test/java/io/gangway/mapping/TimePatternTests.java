package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that compile and read or write something else than they seem to. */
class TimePatternTests {
    private static final Pattern MEANT = Pattern.compile("Did you mean '(.+)'\\?$");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "dd.MM.yyyy hh:mm       | 12.11.2024 18:12         | 2024-11-12T18:12:00Z     | 'hh' is an hour from 1 to 12 and needs 'a'",
                "dd.MM.yyyy h:mm        | 12.11.2024 6:12          | 2024-11-12T06:12:00Z     | 'h' is an hour from 1 to 12 and needs 'a'",
                "dd.MM.yyyy KK:mm       | 12.11.2024 06:12         | 2024-11-12T06:12:00Z     | 'KK' is an hour from 0 to 11 and needs 'a'",
                "dd.mm.yyyy HH:MM       | 12.11.2024 17:03         | 2024-11-12T17:03:00Z     | 'mm' is a minute, where a month belongs; 'MM' is a month, where a minute belongs",
                "dd.MM.yyyy HH:MM       | 12.11.2024 17:03         | 2024-11-12T17:03:00Z     | 'MM' is a month, where a minute belongs",
                "yyyy-mm-dd             | 2024-11-12               | 2024-11-12T00:00:00Z     | 'mm' is a minute, where a month belongs",
                "mm/dd/yyyy HH:mm       | 11/12/2024 17:03         | 2024-11-12T17:03:00Z     | 'mm' is a minute, where a month belongs",
                "yyyymmddHHmmss         | 20241112170305           | 2024-11-12T17:03:05Z     | 'mm' is a minute, where a month belongs",
                "yyyyMMddHHMMss         | 20241112170305           | 2024-11-12T17:03:05Z     | 'MM' is a month, where a minute belongs",
                "HH:MM dd.MM.yyyy       | 17:03 12.11.2024         | 2024-11-12T17:03:00Z     | 'MM' is a month, where a minute belongs",
                "DD.MM.YYYY             | 12.11.2024               | 2024-11-12T00:00:00Z     | 'DD' is the day of the year; 'YYYY' is the week-based year",
                "YYYY-MM-dd HH:mm       | 2024-12-30 17:03         | 2024-12-30T17:03:00Z     | 'YYYY' is the week-based year",
                "yyyy-MM-DD             | 2024-01-12               | 2024-01-12T00:00:00Z     | 'DD' is the day of the year",
                "dd.MM.yyyy HH:mm:SS    | 12.11.2024 17:03:05      | 2024-11-12T17:03:05Z     | 'SS' is a fraction of a second, where a second belongs",
                "dd.MM.yyyy HH:mm:ss.nnn | 12.11.2024 17:03:05.120 | 2024-11-12T17:03:05.120Z | 'nnn' is a number of nanoseconds, whatever its digits",
                "gg/MM/yyyy             | 12/11/2024               | 2024-11-12T00:00:00Z     | 'gg' is a modified Julian day",
                "MM/dd/yyyy hh:mm A     | 11/12/2024 05:03 PM      | 2024-11-12T17:03:00Z     | 'A' is the millisecond of the day, where its half belongs",
                "DD-MON-YYYY            | 12-Nov-2024              | 2024-11-12T00:00:00Z     | 'MON' is how databases write the name of a month",
                "%d.%m.%Y               | 12.11.2024               | 2024-11-12T00:00:00Z     | letters follow '%', as other systems have them"
            })
    void namesTheSlipAndWhatWasMeant(String format, String text, String instant, String slip) {
        var fault = Mappings.invalid(step(format)).getFirst();
        assertThat(fault.code()).isEqualTo("invalid-format");
        assertThat(fault.pointer()).isEqualTo("#/steps/0/spec/formats");
        assertThat(fault.detail()).startsWith("Format '%s': %s. Did you mean '".formatted(format, slip));
        assertThat(read(meant(fault), text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "TT.MM.JJJJ              | 12.11.2024             | 2024-11-12T00:00:00Z",
                "TT.MM.JJJJ hh:mm        | 12.11.2024 17:03       | 2024-11-12T17:03:00Z",
                "tt.mm.jjjj              | 12.11.2024             | 2024-11-12T00:00:00Z",
                "jj/mm/aaaa              | 12/11/2024             | 2024-11-12T00:00:00Z",
                "dd-mm-jjjj              | 12-11-2024             | 2024-11-12T00:00:00Z",
                "dd/mm/aaaa hh:mm        | 12/11/2024 17:03       | 2024-11-12T17:03:00Z",
                "dd.mm.rrrr              | 12.11.2024             | 2024-11-12T00:00:00Z",
                "YYYY-MM-DDTHH:mm:ss     | 2024-11-12T17:03:05    | 2024-11-12T17:03:05Z",
                "YYYY-MM-DD HH24:MI:SS   | 2024-11-12 17:03:05    | 2024-11-12T17:03:05Z",
                "d.m.Y H:i:s             | 12.11.2024 17:03:05    | 2024-11-12T17:03:05Z",
                "yyyy-MM-dd HH:mm:ss.fff | 2024-11-12 17:03:05.120 | 2024-11-12T17:03:05.120Z",
                "dd/MM/yyyy hh:mm tt     | 12/11/2024 05:03 PM    | 2024-11-12T17:03:00Z",
                "%Y-%m-%d %I:%M %p       | 2024-11-12 05:03 PM    | 2024-11-12T17:03:00Z",
                "%Y-%m-%dT%H:%M:%S       | 2024-11-12T17:03:05    | 2024-11-12T17:03:05Z"
            })
    void knowsThePatternsOfOthers(String format, String text, String instant) {
        var fault = Mappings.invalid(step(format)).getFirst();
        assertThat(fault.code()).isEqualTo("invalid-format");
        assertThat(read(meant(fault), text)).as(fault.detail()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd.MM.yyyy mm       | there is a minute and no hour. Add the one, or leave out the other.",
                "dd.MM.yyyy HH:ss    | there is a second and no minute. Add the one, or leave out the other.",
                "dd.MM.yyyy ss       | there is a second and no hour. Add the one, or leave out the other.",
                "HH:mm               | there is no day, month and year. Add them, or the field that has them.",
                "dd.MM. HH:mm        | there is no day, month and year. Add them, or the field that has them.",
                "yyyy-MM             | there is no day, month and year. Add them, or the field that has them."
            })
    void refusesPatternsThatLoseWhatIsSent(String format, String detail) {
        assertThat(Mappings.invalid(step(format)))
                .containsExactly(new MappingFault(
                        "invalid-format", "#/steps/0/spec/formats", "Format '%s': %s".formatted(format, detail)));
    }

    @ParameterizedTest
    @CsvSource({
        "unix, epoch-seconds",
        "epoch_millis, epoch-millis",
        "ISO, iso",
        "ISO_8601, iso",
        "rfc3339, iso",
        "RFC822, rfc2822"
    })
    void knowsTheNamesThatOthersGiveToFormats(String name, String meant) {
        var fault = Mappings.invalid(step(name)).getFirst();
        assertThat(fault.detail()).endsWith("Did you mean '%s'?".formatted(meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "yyyy-MM-dd HH:mm z           | 2024-07-12 17:03 EST         | 2024-07-12T22:03:00Z",
                "yyyy-MM-dd HH:mm z           | 2024-07-12 17:03 CEST        | 2024-07-12T15:03:00Z",
                "EEE MMM dd HH:mm:ss zzz yyyy | Tue Nov 12 17:03:05 PST 2024 | 2024-11-13T01:03:05Z"
            })
    void readsAbbreviationsOfZonesThatMeanOneThing(String format, String text, String instant) {
        assertThat(read(format, text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-07-12 17:03 IST", "2024-07-12 17:03 BST"})
    void guessesAtNoAbbreviation(String text) {
        assertThat(Mappings.wrong(step("yyyy-MM-dd HH:mm z"), "{\"t\": \"%s\"}".formatted(text)))
                .extracting(MappingFault::code)
                .containsExactly("invalid-time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"'UTC' | UTC", "'GMT' | GMT", "'z' | Z", "'+00:00' | +00:00"})
    void refusesEveryQuotedZone(String quoted, String zone) {
        var step =
                "{\"operation\": \"time\", \"spec\": {\"field\": \"t\", \"formats\": [\"yyyy-MM-dd HH:mm:ss%s\"], \"zone\": \"Europe/Berlin\"}}";
        var fault = Mappings.faultsOfStep(step.formatted(quoted)).getFirst();
        assertThat(fault.detail()).contains(quoted + " is in quotes, so that it says nothing of the zone.");
        assertThat(read(meant(fault), "2024-07-12 17:03:05" + zone)).isEqualTo("2024-07-12T17:03:05Z");
    }

    @Test
    void refusesAMonthWhereAMinuteIsWritten() {
        assertThat(Mappings.faultsOfStep(
                                "{\"operation\": \"time\", \"spec\": {\"field\": \"t\", \"zone\": \"UTC\", \"to\": \"HH:MM\"}}")
                        .getFirst()
                        .detail())
                .contains("'MM' is a month, where a minute belongs. Did you mean 'HH:mm'?");
    }

    @Test
    void refusesAQuotedZoneUnlessTimesAreInUtc() {
        var format = "yyyy-MM-dd''T''HH:mm:ss''Z''";
        var step = "{\"operation\": \"time\", \"spec\": {\"field\": \"t\", \"formats\": [\"%s\"], \"zone\": \"%s\"}}";
        var quoted = format.replace("''", "'");
        assertThat(Mappings.faultsOfStep(step.formatted(quoted, "Europe/Berlin")))
                .extracting(MappingFault::detail)
                .containsExactly(
                        "Format '%s': 'Z' is in quotes, so that it says nothing of the zone. Did you mean 'yyyy-MM-dd'T'HH:mm:ssX'?"
                                .formatted(quoted));
        assertThat(Mappings.transformed(
                        Mappings.chain(step.formatted(quoted, "UTC")), "{\"t\": \"2024-11-12T17:03:05Z\"}"))
                .isEqualTo("{\"t\":\"2024-11-12T17:03:05Z\"}");
        assertThat(Mappings.transformed(
                        Mappings.chain(step.formatted("yyyy-MM-dd'T'HH:mm:ssX", "Europe/Berlin")),
                        "{\"t\": \"2024-11-12T17:03:05Z\"}"))
                .isEqualTo("{\"t\":\"2024-11-12T17:03:05Z\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyyMMdd",
                "yyyyMMddHHmmss",
                "yyyyMMddHHmmssSSS",
                "ddMMyyHHmm",
                "d.M.yyyy H:mm",
                "HH:mm dd.MM.yyyy",
                "HHmm ddMMyyyy",
                "MM/dd/yyyy hh:mm a",
                "h:mm a, MMMM d, yyyy",
                "EEE, d MMM yyyy HH:mm:ss Z",
                "EEE MMM dd HH:mm:ss zzz yyyy",
                "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "yyyy-MM-dd'T'HH:mm[:ss][.SSS][XXX]",
                "yyyy-MM-dd[ HH:mm]",
                "uuuu-MM-dd kk:mm",
                "yyyyDDD",
                "yyyyDDD HH:mm",
                "yyyy-DDD'T'HH:mm:ss",
                "YYYY-'W'ww-e",
                "yyyy-MM-dd HH",
                "dd. MMMM yyyy 'um' HH:mm 'Uhr'"
            })
    void takesPatternsThatReadWhatTheySay(String format) {
        assertThat(Mappings.chain(
                        "{\"operation\": \"time\", \"spec\": {\"field\": \"t\", \"formats\": [\"%s\"], \"zone\": \"Europe/Berlin\"}}"
                                .formatted(format)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DD.MM.YYYY   | dd.MM.yyyy",
                "dd.mm.yyyy   | dd.MM.yyyy",
                "hh:mm        | HH:mm",
                "HH:MM dd.MM. | HH:mm dd.MM.",
                "%d.%m.%Y     | dd.MM.yyyy"
            })
    void refusesToWriteWhatIsNotMeant(String format, String meant) {
        var fault = Mappings.invalid(
                        "{'operation': 'time', 'spec': {'field': 't', 'to': '%s', 'zone': 'UTC'}}".formatted(format))
                .getFirst();
        assertThat(fault.pointer()).isEqualTo("#/steps/0/spec/to");
        assertThat(meant(fault)).isEqualTo(meant);
    }

    @Test
    void writesPartsOfATime() {
        assertThat(Mappings.made(
                        "{'operation': 'time', 'spec': {'field': 'm', 'from': 't', 'to': 'mm', 'zone': 'UTC'}}",
                        "{'t': '2026-07-01T10:03:00Z'}"))
                .endsWith("'m':'03'}");
    }

    private static String step(String format) {
        return "{'operation': 'time', 'spec': {'field': 't', 'formats': ['%s'], 'zone': 'UTC'}}".formatted(format);
    }

    private static String meant(MappingFault fault) {
        var meant = MEANT.matcher(fault.detail());
        assertThat(meant.find()).as(fault.detail()).isTrue();
        return meant.group(1);
    }

    private static String read(String format, String text) {
        var mapping = Mappings.chain(
                "{\"operation\": \"time\", \"spec\": {\"field\": \"t\", \"formats\": [\"%s\"], \"zone\": \"UTC\"}}"
                        .formatted(format));
        return Mappings.transformed(mapping, "{\"t\": \"%s\"}".formatted(text))
                .replace("{\"t\":\"", "")
                .replace("\"}", "");
    }
}
