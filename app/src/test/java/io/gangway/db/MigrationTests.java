package io.gangway.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.support.Servers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was recorded before a migration is still right after it. */
class MigrationTests {
    private static final String DATABASE = "migrations";

    @BeforeEach
    void anEmptyDatabase() throws SQLException {
        dropDatabase();
        try (var connection = Servers.postgres()
                        .connect("postgres", Servers.postgres().superuser());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE %s OWNER gangway_owner".formatted(DATABASE));
        }
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        try (var connection = Servers.postgres()
                        .connect("postgres", Servers.postgres().superuser());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(DATABASE));
        }
    }

    @Test
    void eventsRecordedByContentBecomeStatementsAndReports() throws SQLException {
        migrate("21");
        execute("""
                INSERT INTO tenant (tenant_id, slug, name, kind, created_at)
                VALUES ('00000000-0000-7000-8000-000000000001', 'northwind', 'Northwind', 'PARTNER', now()),
                       ('00000000-0000-7000-8000-000000000002', 'acme', 'Acme', 'CUSTOMER', now());
                INSERT INTO shipment (tenant_id, id, environment, carrier, tracking_number, account_number, status,
                                      first_event_at, last_event_at, created_at, updated_at)
                VALUES ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a1', 'LIVE',
                        'United Parcel Service', '1zq a5', 'A1', 'IN_TRANSIT', '2026-01-10Z', '2026-01-10Z', now(), now()),
                       ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a2', 'LIVE',
                        'ups', '1ZQA5', NULL, 'IN_TRANSIT', '2026-01-11Z', '2026-01-11Z', now(), now()),
                       ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a3', 'LIVE',
                        ' polder-post', 'x/1', NULL, 'UNKNOWN', '2026-01-11Z', '2026-01-11Z', now(), now());
                INSERT INTO shipment_reference
                VALUES ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a1', 'SO-1');
                """);
        // The message's id was made at 2026-01-12T00:00:00Z.
        for (var reading :
                List.of("1|UNKNOWN|e1|2026-01-15Z|1", "2|CUSTOMS|e2|2026-01-16Z|1", "2|CUSTOMS|e3|2026-01-17Z|2")) {
            var parts = reading.split("\\|");
            execute("""
                    INSERT INTO event (tenant_id, id, recorded_at, shipment_id, connection_id, message_id, correlation_id,
                        mapping_version_id, revision, occurrence, content_hash, occurred_at, status, raw_code,
                        package_numbers, estimated_delivery_at)
                    VALUES ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000%3$s',
                        '2026-01-12Z', '00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000c1',
                        '019baf80-9c00-7000-8000-00000000000%5$s', 'correlation', '00000000-0000-7000-8000-0000000000f1', %1$s,
                        'o', '%3$s', '2026-01-10Z', '%2$s', '7', '{}', '%4$s')
                    """.formatted((Object[]) parts));
        }
        execute("""
                INSERT INTO customer_order (tenant_id, id, environment, reference, created_at, updated_at)
                VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-0000000000d1', 'LIVE', 'SO-1',
                        now(), now());
                INSERT INTO customer_order_tracking_number (tenant_id, order_id, tracking_number)
                SELECT '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-0000000000d1', n
                FROM unnest(ARRAY['1ZQA5', '1zqa5', 'x/1']) AS n
                """);
        migrate("23");
        assertThat(rows("SELECT concat_ws(' ', carrier, number_key, tracking_number) FROM tracked_number ORDER BY 1"))
                .containsExactly("POLDER POST X1 X/1", "UPS 1ZQA5 1ZQA5");
        assertThat(rows("""
                        SELECT concat_ws(' ', s.carrier, s.number_key, n.number_key) FROM shipment s
                        JOIN tracked_number n ON n.id = s.number_id ORDER BY s.id""")).containsExactly("UPS 1ZQA5 1ZQA5", "UPS 1ZQA5 1ZQA5", "POLDER POST X1 X1");
        assertThat(rows("""
                        SELECT concat_ws(' ', status, standing, received_at AT TIME ZONE 'UTC') FROM event ORDER BY id""")).containsExactly("UNKNOWN 1 2026-01-12 00:00:00", "CUSTOMS 2 2026-01-12 00:00:00");
        assertThat(rows("""
                        SELECT concat_ws(' ', r.revision, e.status, r.shipper_references, r.account_number,
                                         r.estimated_delivery_at AT TIME ZONE 'UTC')
                        FROM event_report r JOIN event e ON e.id = ANY (r.events) ORDER BY r.message_id"""))
                .containsExactly("2 CUSTOMS {SO-1} A1 2026-01-16 00:00:00", "2 CUSTOMS {SO-1} A1 2026-01-17 00:00:00");
        assertThat(rows("SELECT number_key FROM customer_order_tracking_number ORDER BY 1"))
                .containsExactly("1ZQA5", "X1");
        assertThat(rows("""
                        SELECT relname FROM pg_class
                        WHERE relname IN ('shipment', 'shipment_reference', 'event', 'tracked_number', 'event_report',
                                          'customer_order_tracking_number') AND NOT relforcerowsecurity""")).isEmpty();
    }

    private static void migrate(String version) {
        var postgres = Servers.postgres();
        Flyway.configure()
                .dataSource(
                        postgres.jdbcUrl(DATABASE),
                        postgres.owner().username(),
                        postgres.owner().password())
                .target(version)
                .load()
                .migrate();
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static Connection connect() throws SQLException {
        return Servers.postgres().connect(DATABASE, Servers.postgres().superuser());
    }
}
