package io.gangway.mapping.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceZonesTests {
    @ParameterizedTest
    @CsvSource({
        "DE, , Europe/Berlin",
        "nl, Utrecht, Europe/Amsterdam",
        "CN, , Asia/Shanghai",
        "US, CA, America/Los_Angeles",
        "US, us-ny, America/New_York",
        "US, New Jersey, America/New_York",
        "CA, Québec, America/Toronto",
        "AU, QLD, Australia/Brisbane",
        "BR, São Paulo, America/Sao_Paulo",
        "MX, SON, America/Hermosillo",
        "RU, SVE, Asia/Yekaterinburg",
        "ES, Las Palmas, Atlantic/Canary",
        "ES, Madrid, Europe/Madrid"
    })
    void findsTheZoneOfAPlace(String country, String region, String zone) {
        assertThat(PlaceZones.find(country, region, null)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "US, N.Y., America/New_York",
        "US, Arizona, America/Phoenix",
        "US, PR, America/Puerto_Rico",
        "US, GU, Pacific/Guam",
        "CA, PQ, America/Toronto",
        "MX, CDMX, America/Mexico_City",
        "MX, NL, America/Monterrey",
        "FR, FR-974, Indian/Reunion",
        "FR, La Réunion, Indian/Reunion",
        "FR, Bretagne, Europe/Paris",
        "NL, NL-CW, America/Curacao",
        "DK, Faroe Islands, Atlantic/Faroe",
        "ES, Gran Canaria, Atlantic/Canary",
        "PT, Azores, Atlantic/Azores",
        "CL, Región de Magallanes, America/Punta_Arenas",
        "EC, Islas Galápagos, Pacific/Galapagos",
        "NZ, Chatham Islands, Pacific/Chatham",
        "KZ, , Asia/Almaty",
        "XK, , Europe/Belgrade"
    })
    void knowsRegionsHoweverTheyAreWritten(String country, String region, String zone) {
        assertThat(PlaceZones.find(country, region, null)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "ES, , 28013, Europe/Madrid",
        "ES, , 35001, Atlantic/Canary",
        "ES, somewhere, 38001, Atlantic/Canary",
        "ES, Madrid, , Europe/Madrid",
        "PT, , 1000-205, Europe/Lisbon",
        "PT, , 9500-150, Atlantic/Azores",
        "PT, , 9000-064, Atlantic/Madeira",
        "NZ, , 8942, Pacific/Chatham",
        "NZ, , 1010, Pacific/Auckland",
        "UA, , 01001, Europe/Kyiv",
        "EC, , 200350, Pacific/Galapagos",
        "DE, , 20095, Europe/Berlin"
    })
    void takesAPostalCodeWhereTheRegionDoesNotTell(String country, String region, String postalCode, String zone) {
        assertThat(PlaceZones.find(country, region, postalCode)).contains(ZoneId.of(zone));
    }

    @Test
    void findsNoneForPartsOverseasThatHaveSeveral() {
        assertThat(PlaceZones.find("DK", "GL", null)).isEmpty();
        assertThat(PlaceZones.find("FR", "PF", null)).isEmpty();
    }

    @Test
    void findsNoneWhereSeveralAreOrNothingIsKnown() {
        assertThat(PlaceZones.find("US", null, null)).isEmpty();
        assertThat(PlaceZones.find("US", "TX", null)).isEmpty();
        assertThat(PlaceZones.find("ES", null, null)).isEmpty();
        assertThat(PlaceZones.find("XX", "CA", null)).isEmpty();
        assertThat(PlaceZones.find("US|CA", null, null)).isEmpty();
        assertThat(PlaceZones.find("US", "A".repeat(100_000), null)).isEmpty();
    }
}
