package io.gangway.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gangway.ingest.Messages;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.rateplan.RateLimiter;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** A month without partitions is not found out by chance. */
@PlatformTest
class StrayRowsTests {
    private final Tenancies tenancies;
    private final Http http;
    private final SettableClock clock;
    private final Housekeeping housekeeping;
    private String partition = "";

    StrayRowsTests(
            Tenancies tenancies,
            Http http,
            SettableClock clock,
            CrossTenantDatabase database,
            Messages messages,
            RateLimiter limiter) {
        this.tenancies = tenancies;
        this.http = http;
        this.clock = clock;
        this.housekeeping = new Housekeeping(database, messages, limiter, clock);
    }

    @BeforeEach
    void aMonthWithoutPartition() {
        // Tests that put the clock far ahead leave rows there.
        Servers.execute("DELETE FROM message_default; DELETE FROM event_default");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        partition = "message_" + today.plusMonths(2).format(DateTimeFormatter.ofPattern("uuuu_MM"));
        Servers.execute("DROP TABLE " + partition);
    }

    @AfterEach
    void allPartitions() {
        clock.backToNow();
        Servers.execute("DELETE FROM message_default");
        housekeeping.execute(null);
    }

    @Test
    void aRowWithoutPartitionRaisesAnAlarmUntilItIsMoved() {
        assertThat(Servers.management()
                        .get("/actuator/health/storage", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(meter("message")).isZero();

        postIn(firstOfMissingMonth());
        var health = Servers.management().get("/actuator/health/storage", Map.of());
        assertThat(health.status()).isEqualTo(503);
        var rows = health.json().path("components").path("strayRows").path("details");
        assertThat(rows.path("message").asInt()).isEqualTo(1);
        assertThat(rows.path("event").asInt()).isZero();
        assertThat(meter("message")).isEqualTo(1);
        assertThat(meter("event")).isZero();
        assertThat(Servers.management()
                        .get("/actuator/health/readiness", Map.of())
                        .status())
                .as("it goes on serving")
                .isEqualTo(200);

        clock.backToNow();
        assertThatThrownBy(() -> housekeeping.execute(null)).isInstanceOf(DataAccessException.class);
        assertThat(meter("message")).as("while the job fails").isEqualTo(1);

        Servers.execute("DELETE FROM message_default");
        housekeeping.execute(null);
        assertThat(Servers.rows("SELECT to_regclass('%s')".formatted(partition)))
                .containsExactly(partition);
        assertThat(Servers.management()
                        .get("/actuator/health/storage", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(meter("message")).isZero();
    }

    private LocalDate firstOfMissingMonth() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusMonths(2)
                .withDayOfMonth(1);
    }

    private void postIn(LocalDate day) {
        clock.advance(Duration.between(clock.instant(), day.atTime(12, 0).toInstant(ZoneOffset.UTC)));
        var feed = tenancies.feed(tenancies.partner("Northwind"), "easypost");
        assertThat(feed.post("{}", clock.instant()).status()).isEqualTo(202);
    }

    private double meter(String table) {
        return Servers.management()
                .get("/actuator/prometheus", Map.of())
                .body()
                .lines()
                .filter(line ->
                        line.startsWith("gangway_stray_rows{") && line.contains("table=\"%s\"".formatted(table)))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
