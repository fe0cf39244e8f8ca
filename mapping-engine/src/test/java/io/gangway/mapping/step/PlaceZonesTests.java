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
        assertThat(PlaceZones.find(country, region)).contains(ZoneId.of(zone));
    }

    @Test
    void findsNoneWhereSeveralAreOrNothingIsKnown() {
        assertThat(PlaceZones.find("US", null)).isEmpty();
        assertThat(PlaceZones.find("US", "TX")).isEmpty();
        assertThat(PlaceZones.find("ES", null)).isEmpty();
        assertThat(PlaceZones.find("XX", "CA")).isEmpty();
        assertThat(PlaceZones.find("US|CA", null)).isEmpty();
        assertThat(PlaceZones.find("US", "A".repeat(100_000))).isEmpty();
    }
}
