package io.gangway.bench.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTests {
    @Test
    void takesEqualNumbersAndEqualTextsAsTheSame() {
        assertThat(Agreement.ofValuesAndOrder()
                        .difference(json("{\"a\":[1.50,\"K\\u00f6ln\"]}"), json("{ \"a\": [1.5, \"Köln\"] }")))
                .isEmpty();
    }

    @Test
    void seesAnotherOrderOnlyIfAskedTo() {
        var one = json("[{\"a\":1,\"b\":2}]");
        var other = json("[{\"b\":2,\"a\":1}]");

        assertThat(Agreement.ofValues().difference(one, other)).isEmpty();
        assertThat(Agreement.ofValuesAndOrder().difference(one, other)).contains("#/0: members [a, b], [b, a]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':{'b':1}} | {'a':{'b':2}} | #/a/b: 1, 2",
                "{'a':null} | {} | #: members [a], []",
                "[1] | ['1'] | #/0: 1, \"1\"",
                "[1,2] | [1] | #: 2 elements, 1",
                "[] | {} | #: [], {}"
            },
            quoteCharacter = '`')
    void tellsWhereTheDifferenceIs(String one, String other, String difference) {
        assertThat(Agreement.ofValues().difference(json(one.replace('\'', '"')), json(other.replace('\'', '"'))))
                .contains(difference);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
