package io.gangway.mapping;

import static io.gangway.mapping.Mappings.invalid;
import static io.gangway.mapping.Mappings.made;
import static io.gangway.mapping.Mappings.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyStepTests {
    private static final String STEP =
            "{'operation': 'money', 'spec': {'field': 'm', 'from': 'a', 'currencyFrom': 'c'}}";

    @ParameterizedTest
    @CsvSource({
        "12.5, EUR, 1250",
        "'\"12.500\"', eur, 1250",
        "0.1, USD, 10",
        "500, JPY, 500",
        "1.234, KWD, 1234",
        "-3, GBP, -300",
        "90071992547409.91, EUR, 9007199254740991"
    })
    void makesMinorUnits(String amount, String currency, String minorUnits) {
        assertThat(made(STEP, "{'a': %s, 'c': '%s'}".formatted(amount.replace('"', '\''), currency)))
                .endsWith(",'m':{'minorUnits':%s,'currency':'%s'}}".formatted(minorUnits, currency.toUpperCase()));
    }

    @Test
    void roundsNothingAndGuessesNoCurrency() {
        assertThat(
                        wrong(
                                STEP,
                                "[{'a': 12.505, 'c': 'EUR'}, {'a': 1.5, 'c': 'JPY'}, {'a': 1, 'c': 'EURO'}, {'a': 1}, {'a': 'x', 'c': 'EUR'}, {'a': 1e40, 'c': 'EUR'}]"))
                .containsExactly(
                        new MappingFault(
                                "invalid-money",
                                "#/0/m",
                                "'12.505' for field 'm' has more digits after the point than the 2 of EUR. Have it rounded before it is sent."),
                        new MappingFault(
                                "invalid-money",
                                "#/1/m",
                                "'1.5' for field 'm' has more digits after the point than the 0 of JPY. Have it rounded before it is sent."),
                        new MappingFault(
                                "invalid-money",
                                "#/2/m",
                                "'EURO' in 'c' is not a currency. Have its ISO 4217 code sent, as in 'EUR', or translate it first."),
                        new MappingFault(
                                "invalid-money",
                                "#/3/m",
                                "'1' for field 'm' has no currency in 'c'. Have the currency sent, or name it in the step."),
                        new MappingFault(
                                "invalid-money",
                                "#/4/m",
                                "'x' for field 'm' is not a number. Declare 'decimal' and 'grouping' in the step if it has other signs, or have a number sent."),
                        new MappingFault(
                                "invalid-money",
                                "#/5/m",
                                "'1%s' for field 'm' is more than 9007199254740991 minor units. Check the amount."
                                        .formatted("0".repeat(40))));
    }

    @Test
    void makesAmountsOfMoney() {
        var money = "{'minorUnits': 1250, 'currency': '%s'}";
        assertThat(made(
                        "{'operation': 'money', 'spec': {'field': 'a', 'to': 'decimal', 'as': 'text'}}",
                        "[{'a': %s}, {'a': %s}, {}]".formatted(money.formatted("EUR"), money.formatted("JPY"))))
                .isEqualTo("[{'a':'12.50'},{'a':'1250'},{}]");
        assertThat(made(
                        "{'operation': 'money', 'spec': {'field': 'a', 'to': 'decimal'}}",
                        "{'a': %s}".formatted(money.formatted("KWD"))))
                .isEqualTo("{'a':1.250}");
    }

    @Test
    void refusesWhatIsNoMoney() {
        assertThat(wrong(
                        "{'operation': 'money', 'spec': {'field': 'x', 'from': 'a', 'to': 'decimal'}}",
                        "[{'a': 5}, {'a': {'minorUnits': 1.5, 'currency': 'EUR'}}, {'a': {'minorUnits': 1}}]"))
                .hasSize(3)
                .first()
                .isEqualTo(
                        new MappingFault(
                                "invalid-money",
                                "#/0/x",
                                "What 'a' holds is not an amount of money. Let it be an object with 'minorUnits', a whole number, and 'currency', an ISO 4217 code."));
    }

    @Test
    void refusesStepsThatMeanNothing() {
        assertThat(invalid("{'operation': 'money', 'spec': {'field': 'm', 'currency': 'XAU', 'curency': 'EUR'}}"))
                .containsExactly(
                        new MappingFault(
                                "invalid-member",
                                "#/steps/0/spec/currency",
                                "'XAU' in member 'currency' at #/steps/0/spec is not a currency. Write its ISO 4217 code, as in 'EUR'."),
                        new MappingFault(
                                "unknown-member",
                                "#/steps/0/spec/curency",
                                "Member 'curency' at #/steps/0/spec is not known. Did you mean 'currency'?"));
        assertThat(invalid("{'operation': 'money', 'spec': {'field': 'm', 'to': 'cents'}}"))
                .extracting(MappingFault::detail)
                .containsExactly("'cents' in member 'to' at #/steps/0/spec is not known. Known are decimal.");
        assertThat(invalid("{'operation': 'money', 'spec': {'field': 'm', 'currency': 'EUR', 'currencyFrom': 'c'}}"))
                .extracting(MappingFault::detail)
                .containsExactly("Both 'currency' and 'currencyFrom' are given. Keep one.");
    }
}
