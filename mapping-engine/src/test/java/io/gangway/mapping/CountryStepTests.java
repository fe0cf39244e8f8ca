package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryStepTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GB | UK;uk;GB;GBR;United Kingdom;Great Britain;England;XI;The United Kingdom
            US | USA;United States;United States of America;U.S.A.;U.S.
            NL | NETHERLANDS;The Netherlands;Holland;NLD;Niederlande
            CZ | Czech Republic;Czechia
            TR | Turkey;Türkiye;Turkiye
            KR | South Korea;Korea, Republic of;Republic of Korea
            KP | North Korea;Korea, Democratic People's Republic of
            RU | Russia;Russian Federation
            VN | Viet Nam;Vietnam
            HK | Hong Kong;HONG KONG
            MO | Macau;Macao
            TW | Taiwan;Taiwan, Province of China
            CI | Ivory Coast;Côte d'Ivoire;Cote d’Ivoire
            BA | Bosnia and Herzegovina;Bosnia & Herzegovina;Bosnia-Herzegovina
            TT | Trinidad and Tobago
            XK | Kosovo;XK;XKX;xk
            LC | Saint Lucia;St. Lucia
            CV | Cape Verde;Cabo Verde
            MM | Burma;Myanmar
            SZ | Swaziland;Eswatini
            MK | Macedonia;North Macedonia
            DE | Deutschland;Germany;Allemagne; DE ;DE-BY;DEU
            AT | Österreich;Osterreich;Austria
            ES | España;Espana
            MD | Moldova, Republic of;Moldova
            IR | Iran;Iran, Islamic Republic of
            PS | Palestine;State of Palestine
            CG | Congo
            CD | Congo, Democratic Republic of the;DR Congo
            VE | Venezuela, Bolivarian Republic of;Venezuela
            BN | Brunei Darussalam;Brunei
            LA | Lao PDR;Laos
            CW | Curacao;Curaçao
            RE | Reunion;Réunion
            GR | EL;Greece
            """)
    void knowsWhatPeopleWrite(String code, String names) {
        for (var name : names.split(";")) {
            assertThat(Mappings.made(
                            "{'operation': 'country', 'spec': {'field': 'out', 'from': 'c'}}",
                            "{'c': '%s'}".formatted(name.replace("'", "’"))))
                    .as(name)
                    .contains("'out':'%s'".formatted(code));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AN", "Atlantis", "Germania Inferior", "DE-BY-X", "ZZ", "-"})
    void leavesOutWhatIsNoCountry(String name) {
        assertThat(Mappings.made(
                        "{'operation': 'country', 'spec': {'field': 'out', 'from': 'c'}}",
                        "{'c': '%s'}".formatted(name)))
                .doesNotContain("out");
    }
}
