package io.gangway.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.identity.Scope;
import io.gangway.support.EasyPost;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An attack on a stolen database: every row of every table is searched for secrets that are known to have been given to the platform. */
@PlatformTest
class SecretsAtRestTests {
    private static final String TABLES = """
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relkind = 'r'""";

    private final Tenancies tenancies;
    private final SettableClock clock;

    SecretsAtRestTests(Tenancies tenancies, SettableClock clock) {
        this.tenancies = tenancies;
        this.clock = clock;
    }

    @Test
    void noTableHasASecretThatWasGivenToThePlatform() {
        var customer = tenancies.customer("Acme");
        var partner = tenancies.partner("Northwind");
        var personal = "Personal-" + UUID.randomUUID();
        var planted = new LinkedHashMap<String, String>();
        planted.put(
                "an API key", tenancies.apiKey(customer, Scope.SHIPMENTS_READ).get("X-API-Key"));
        var number = ("EZ" + UUID.randomUUID()).replace("-", "").toUpperCase(Locale.ROOT);
        for (var verifier : List.of("easypost", "standard-webhooks")) {
            var feed = tenancies.feed(partner, "easypost", verifier);
            planted.put("a secret of webhooks by " + verifier, feed.secret());
            var body = EasyPost.tracker(number).announced(clock.instant()).json();
            // A field that no mapping reads, so that it is nowhere but in the bytes received.
            feed.post(body.replaceFirst("\\{", "{\"recipient\": \"%s\", ".formatted(personal)), clock.instant());
        }
        planted.put("what was received", personal);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !Servers.rows("SELECT id FROM event WHERE tenant_id = '%s'"
                                .formatted(partner.id().value()))
                        .isEmpty());

        var rows = everyRow();
        assertThat(rows).hasSizeGreaterThan(100);
        var found = new ArrayList<String>();
        planted.forEach((what, secret) -> writtenAs(secret)
                .forEach(written -> rows.stream()
                        .filter(row -> row.contains(written))
                        .findFirst()
                        .ifPresent(row ->
                                found.add("%s, in %s".formatted(what, row.substring(0, Math.min(row.length(), 60)))))));
        assertThat(found).isEmpty();
        assertThat(rows).as("the search finds what is there").anyMatch(row -> row.contains(number));
    }

    private static List<String> everyRow() {
        var rows = new ArrayList<String>();
        for (var table : Servers.rows(TABLES)) {
            Servers.rows("SELECT t::text FROM %s t".formatted(table)).forEach(row -> rows.add(table + ": " + row));
        }
        return rows;
    }

    /** As text, as bytes in hexadecimal, and in base64, whatever stands before it. */
    private static List<String> writtenAs(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(
                secret,
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes).substring(0, 12));
    }
}
