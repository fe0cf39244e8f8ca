package io.gangway.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarriersTests {
    @ParameterizedTest
    @CsvSource({
        "UPS,UPS",
        "ups,UPS",
        "United Parcel Service,UPS",
        "united-parcel-service,UPS",
        "UPSDAP,UPS",
        "FedEx,FEDEX",
        "FedExDefault,FEDEX",
        "fedex,FEDEX",
        "DHLExpress,DHL",
        "dhl-germany,DHL",
        "dhl_ecommerce,DHL",
        "Österreichische Post,AUSTRIAN_POST",
        "osterreichische post,AUSTRIAN_POST",
        "colis-prive,COLIS_PRIVE",
        "U.S. Postal Service,USPS",
        "ROYAL_MAIL,ROYAL_MAIL",
        "royal_mailv2,ROYAL_MAIL",
    })
    void carriersHaveOneCodeWhoeverReportsThem(String name, String code) {
        assertThat(Carriers.codeOf(name)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Polder  Post", " polder post ", "polder-post", "POLDER_POST", "polder\u00a0post"})
    void carriersThatAreNotInTheTableKeepTheirName(String name) {
        assertThat(Carriers.codeOf(name)).isEqualTo("POLDER POST");
        assertThat(Carriers.nameOf(Carriers.codeOf(name))).isEqualTo("POLDER POST");
    }

    @Test
    void codesAreTheirOwnCodes() {
        for (var carrier : Carriers.all()) {
            assertThat(Carriers.codeOf(carrier.code())).isEqualTo(carrier.code());
            assertThat(Carriers.nameOf(carrier.code())).isEqualTo(carrier.name());
        }
        assertThat(Carriers.codeOf(Carriers.codeOf("Smith & Sons"))).isEqualTo("SMITH & SONS");
    }

    @Test
    void noSpellingBelongsToTwoCarriers() {
        var codes = new HashMap<String, String>();
        for (var carrier : Carriers.all()) {
            for (var spelling : carrier.spellings()) {
                var other = codes.put(Carriers.folded(spelling), carrier.code());
                assertThat(other == null || other.equals(carrier.code()))
                        .as("'%s' of %s also belongs to %s", spelling, carrier.code(), other)
                        .isTrue();
            }
        }
        for (var carrier : Carriers.all()) {
            assertThat(codes.getOrDefault(Carriers.folded(carrier.code()), carrier.code()))
                    .isEqualTo(carrier.code());
            assertThat(codes.getOrDefault(Carriers.folded(carrier.name()), carrier.code()))
                    .isEqualTo(carrier.code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1ZQA5", "1zqa5", "1ZQ A5", " 1zq-a5", "1ZQ\u00a0A5", "1ZQ.A5", "1ZQ\u200bA5", "１ＺＱＡ５"})
    void trackingNumbersAreOneHoweverWritten(String written) {
        assertThat(TrackingNumbers.key(written)).isEqualTo("1ZQA5");
        assertThat(TrackingNumbers.shown("UPS", written)).isEqualTo("1ZQA5");
    }

    @Test
    void carriersThatAreNotInTheTableKeepTheirSeparators() {
        assertThat(TrackingNumbers.shown("POLDER POST", " wh/out 00012")).isEqualTo("WH/OUT00012");
        assertThat(TrackingNumbers.key("wh/out 00012")).isEqualTo("WHOUT00012");
    }

    @Test
    void numbersWithoutLettersAndDigitsDiffer() {
        assertThat(TrackingNumbers.key("- -")).isEqualTo("--");
        assertThat(TrackingNumbers.key("/")).isEqualTo("/");
    }
}
