package io.gangway.mapping;

import static io.gangway.mapping.Mappings.invalid;
import static io.gangway.mapping.Mappings.made;
import static io.gangway.mapping.Mappings.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureStepTests {
    @ParameterizedTest
    @CsvSource({
        "2.5, kg, 2500",
        "'\"2.5\"', KGM, 2500",
        "1, LBS, 454",
        "0.001, lb, 0",
        "1, ONZ, 28",
        "1.5, TNE, 1500000",
        "499.9999, mg, 0",
        "500, mg, 1",
        "1e3, g, 1000",
        "0, kilograms, 0",
        "12345678901.2345, g, 12345678901"
    })
    void makesGrams(String weight, String unit, String grams) {
        assertThat(made(
                        "{'operation': 'measure', 'spec': {'field': 'g', 'from': 'w', 'unit': '%s'}}".formatted(unit),
                        "{'w': %s}".formatted(weight)))
                .endsWith(",'g':%s}".formatted(grams));
    }

    @ParameterizedTest
    @CsvSource({"30.55, CMT, 306", "10, in, 254", "1, FOT, 305", "0.4, m, 400", "7, MM, 7"})
    void makesMillimetres(String length, String unit, String millimetres) {
        assertThat(made(
                        "{'operation': 'measure', 'spec': {'field': 'mm', 'from': 'l', 'unitFrom': 'u', 'to': 'mm'}}",
                        "{'l': %s, 'u': '%s'}".formatted(length, unit)))
                .endsWith(",'mm':%s}".formatted(millimetres));
    }

    @Test
    void readsTheSignsThatTheMappingDeclares() {
        var step = "{'operation': 'measure', 'spec': {'field': 'w', 'unit': 'kg', 'decimal': ',', 'grouping': '.'}}";
        assertThat(made(step, "[{'w': '1.234,5'}, {'w': '0,25'}, {'w': 2.5}, {'w': ' '}, {}]"))
                .isEqualTo("[{'w':1234500},{'w':250},{'w':2500},{'w':' '},{}]");
        assertThat(wrong(step, "{'w': '1.23'}"))
                .containsExactly(
                        new MappingFault(
                                "invalid-measure",
                                "#/0/w",
                                "'1.23' for field 'w' is not a number. Declare 'decimal' and 'grouping' in the step if it has other signs, or have a number sent."));
    }

    /** A decimal point and a grouping sign taken for each other would make a thousandfold weight. */
    @ParameterizedTest
    @ValueSource(strings = {"0.500", "1.23", "1.2345", ".123", "12.34.567"})
    void takesNoWronglyGroupedNumber(String written) {
        var step = "{'operation': 'measure', 'spec': {'field': 'w', 'unit': 'kg', 'decimal': ',', 'grouping': '.'}}";
        assertThat(wrong(step, "{'w': '%s'}".formatted(written)))
                .extracting(MappingFault::code)
                .containsExactly("invalid-measure");
    }

    @Test
    void writesOtherUnits() {
        assertThat(made(
                        "{'operation': 'measure', 'spec': {'field': 'kg', 'from': 'g', 'unit': 'g', 'to': 'kg'}}",
                        "[{'g': 1250}, {'g': 2000}, {'g': 1}]"))
                .isEqualTo("[{'g':1250,'kg':1.25},{'g':2000,'kg':2},{'g':1,'kg':0.001}]");
        assertThat(made(
                        "{'operation': 'measure', 'spec': {'field': 'lb', 'from': 'g', 'unit': 'g', 'to': 'lb', 'digits': 2, 'as': 'text'}}",
                        "{'g': 1000}"))
                .isEqualTo("{'g':1000,'lb':'2.2'}");
    }

    @Test
    void refusesUnitsThatDoNotFit() {
        var step = "{'operation': 'measure', 'spec': {'field': 'g', 'from': 'w', 'unitFrom': 'u', 'to': 'g'}}";
        assertThat(wrong(step, "[{'w': 5, 'u': 'stone'}, {'w': 5, 'u': 'cm'}, {'w': 5}]"))
                .containsExactly(
                        new MappingFault(
                                "invalid-measure",
                                "#/0/g",
                                "'stone' in 'u' is not a unit that can be converted to g. Known are mg, g, kg, t, oz, lb, mm, cm, m, in, ft; translate others first."),
                        new MappingFault(
                                "invalid-measure",
                                "#/1/g",
                                "'cm' in 'u' is not a unit that can be converted to g. Known are mg, g, kg, t, oz, lb, mm, cm, m, in, ft; translate others first."),
                        new MappingFault(
                                "invalid-measure",
                                "#/2/g",
                                "'5' for field 'g' has no unit in 'u'. Have the unit sent, or name it in the step."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'1e999999999'",
                "1e400",
                "'NaN'",
                "'Infinity'",
                "'0x10'",
                "true",
                "[1]",
                "{'a': 1}",
                "'1 kg'",
                "'--1'"
            })
    void refusesWhatIsNoNumber(String value) {
        assertThat(wrong(
                        "{'operation': 'measure', 'spec': {'field': 'w', 'unit': 'kg'}}", "{'w': %s}".formatted(value)))
                .extracting(MappingFault::code)
                .containsExactly("invalid-measure");
    }

    @Test
    void refusesNegativeAndEnormousMeasures() {
        var step = "{'operation': 'measure', 'spec': {'field': 'w', 'unit': 't'}}";
        assertThat(wrong(step, "[{'w': -5}, {'w': 1e60}, {'w': '%s'}]".formatted("9".repeat(90_000))))
                .extracting(MappingFault::detail)
                .containsExactly(
                        "'-5' for field 'w' is negative. Have it left out if it is not known.",
                        "'1%s' for field 'w' would be more than 9007199254740991 g. Check its unit."
                                .formatted("0".repeat(60)),
                        "'%s…' for field 'w' is not a number. Declare 'decimal' and 'grouping' in the step if it has other signs, or have a number sent."
                                .formatted("9".repeat(100)));
    }

    @Test
    void refusesStepsThatMeanNothing() {
        assertThat(invalid("{'operation': 'measure', 'spec': {'field': 'w', 'unit': 'kgg', 'digits': 9}}"))
                .containsExactly(
                        new MappingFault(
                                "invalid-member",
                                "#/steps/0/spec/unit",
                                "'kgg' in member 'unit' at #/steps/0/spec is not a unit. Known are mg, g, kg, t, oz, lb, mm, cm, m, in, ft."),
                        new MappingFault(
                                "invalid-member",
                                "#/steps/0/spec/digits",
                                "Member 'digits' at #/steps/0/spec is not a whole number from 0 to 6. Write one, without quotes."));
        assertThat(invalid("{'operation': 'measure', 'spec': {'field': 'w', 'unit': 'kg', 'to': 'cm', 'ass': 'text'}}"))
                .extracting(MappingFault::detail)
                .containsExactly(
                        "A measure in kg can't be converted to cm. Name two units of mass or two of length.",
                        "Member 'ass' at #/steps/0/spec is not known. Did you mean 'as'?");
        assertThat(invalid("{'operation': 'measure', 'spec': {'field': 'w', 'unitFrom': 'u'}}"))
                .extracting(MappingFault::detail)
                .containsExactly(
                        "Member 'to' is missing at #/steps/0/spec. Add it, as in \"g\" or \"mm\": a unit that is sent may be of the wrong kind.");
        assertThat(invalid("{'operation': 'measure', 'spec': {'field': 'w'}}"))
                .extracting(MappingFault::detail)
                .containsExactly("Neither 'unit' nor 'unitFrom' is given at #/steps/0/spec. Add one.");
        assertThat(
                        invalid(
                                "{'operation': 'measure', 'spec': {'field': 'w', 'unit': 'g', 'decimal': ',', 'grouping': ',', 'as': 'txt'}}"))
                .extracting(MappingFault::detail)
                .containsExactly(
                        "Members 'decimal' and 'grouping' at #/steps/0/spec are the same sign. Declare different ones.",
                        "'txt' in member 'as' at #/steps/0/spec is not known. Did you mean 'text'?");
    }
}
