package io.gangway.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedVersionsTests {
    private static final CanonicalType TYPE = CanonicalTypes.of(TrackingEvent.class);
    private static final String SCHEMA = CanonicalSchemas.of(TYPE);
    private static final PublishedVersions PUBLISHED =
            PublishedVersions.parse("").with(Map.of(TYPE.id(), SCHEMA));

    @Test
    void acceptsWhatWasPublished() {
        assertThat(PUBLISHED.broken(Map.of(TYPE.id(), SCHEMA))).isEmpty();
        assertThat(PublishedVersions.parse(PUBLISHED.text())).isEqualTo(PUBLISHED);
    }

    @Test
    void refusesChangedSchemaOfPublishedVersion() {
        var changes = Map.of(
                "\"maxLength\" : 100", "\"maxLength\" : 99",
                "\"trackingNumber\" : {", "\"trackingNo\" : {",
                "\"x-classification\" : \"PERSONAL\"", "\"x-classification\" : \"PUBLIC\"",
                "\"LOST\",", "");
        changes.forEach((before, after) -> {
            assertThat(SCHEMA).contains(before);
            assertThat(PUBLISHED.broken(Map.of(TYPE.id(), SCHEMA.replace(before, after))))
                    .containsExactly(
                            "tracking-event/1 was published, but its schema has changed. Restore its record and make a record with the next version in @MessageType.");
        });
    }

    @Test
    void acceptsOtherWords() {
        assertThat(PUBLISHED.broken(Map.of(TYPE.id(), SCHEMA.replace("the sender's clock, in UTC", "when"))))
                .isEmpty();
    }

    @Test
    void refusesToLoseAPublishedVersion() {
        assertThat(PUBLISHED.broken(Map.of()))
                .containsExactly(
                        "tracking-event/1 was published, but its schema is gone. Restore the file; a retired version keeps it.");
    }

    @Test
    void refusesVersionThatIsNotPublished() {
        assertThat(PUBLISHED.broken(Map.of(TYPE.id(), SCHEMA, "tracking-event/2", SCHEMA)))
                .containsExactly(
                        "tracking-event/2 is not published. Run 'mvn -pl mapping-engine test -Dtest=GeneratedFilesTests -Dgangway.regenerate=true' and commit what it changes.");
    }

    @Test
    void neverRewritesALine() {
        var other = PUBLISHED.with(Map.of(TYPE.id(), "{}", "tracking-event/2", "{}"));
        assertThat(other.text()).startsWith(PUBLISHED.text());
        assertThat(other.digestById()).containsOnlyKeys("tracking-event/1", "tracking-event/2");
    }

    @Test
    void refusesVersionThatStandsTwice() {
        assertThatThrownBy(() -> PublishedVersions.parse("aa order/1\nbb order/1\n"))
                .hasMessage("Version order/1 was published twice. Remove the later line.");
    }
}
