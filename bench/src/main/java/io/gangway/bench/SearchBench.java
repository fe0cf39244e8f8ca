package io.gangway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long the portal's statements take with millions of shipments of one customer: lists, chips, searches and timelines, by the
 * product's own classes as the portal's database role. {@link SearchProbe} measures, on the product's class path.
 */
final class SearchBench {
    private static final int SHIPMENTS = Integer.getInteger("gangway.bench.shipments", 2_000_000);

    /** Shipments whose events are made, so that their timelines can be shown. */
    private static final int TRACED = 1_000;

    private static final String PARTNER = "00000000-0000-7000-8000-00000000b001";
    static final String CUSTOMER = "00000000-0000-7000-8000-00000000b002";

    private SearchBench() {}

    static void run(Product product, Figures figures) throws Exception {
        if (!product.isRunning()) {
            product.start(true);
        }
        var logins = JsonMapper.shared().readTree(product.databaseLogins().toFile());
        figures.heading(
                "Search: %,d shipments of one customer, as the portal's role, milliseconds".formatted(SHIPMENTS));
        try (var database = connect(product, logins.path("superuser"))) {
            var begun = System.nanoTime();
            fill(database);
            System.err.printf(Locale.ROOT, "Made the shipments in %.0f s.%n", (System.nanoTime() - begun) / 1e9);
        }
        measure(product, logins.path("portal"), figures);
    }

    private static Connection connect(Product product, JsonNode login) throws SQLException {
        return DriverManager.getConnection(
                product.databaseUrl(),
                login.path("username").asString(),
                login.path("password").asString());
    }

    /** In bulk, past triggers and indexes; then both are as in the product. */
    private static void fill(Connection database) throws SQLException {
        for (var sql : List.of(
                "SET session_replication_role = replica",
                "SET maintenance_work_mem = '1GB'",
                "SET work_mem = '256MB'",
                """
                INSERT INTO tenant (tenant_id, slug, name, kind, created_at)
                VALUES ('%s', 'bench-partner', 'Bench partner', 'PARTNER', now()),
                       ('%s', 'bench-customer', 'Bench customer', 'CUSTOMER', now()) ON CONFLICT DO NOTHING""".formatted(PARTNER, CUSTOMER),
                "DROP INDEX IF EXISTS shipment_search_by_part",
                """
                CREATE TEMP TABLE made AS
                SELECT gen_random_uuid() AS id, n,
                       CASE n %% 3 WHEN 0 THEN 'UPS' WHEN 1 THEN 'DHL' ELSE 'FEDEX' END AS carrier,
                       CASE n %% 3 WHEN 0 THEN '1Z' || upper(substr(md5(n::text), 1, 16))
                                  WHEN 1 THEN 'RR' || lpad((n * 7919 %% 1000000000)::text, 9, '0') || 'DE'
                                  ELSE lpad((n * 104729 %% 1000000000000)::text, 12, '0') END AS number,
                       'SO-2026-' || lpad(n::text, 7, '0') AS reference,
                       CASE WHEN n %% 100 < 88 THEN 'DELIVERED' WHEN n %% 100 < 95 THEN 'IN_TRANSIT'
                            WHEN n %% 100 < 98 THEN 'OUT_FOR_DELIVERY' WHEN n %% 100 = 98 THEN 'EXCEPTION'
                            WHEN n %% 1000 = 99 THEN 'LOST' ELSE 'DELAYED' END AS status,
                       now() - make_interval(secs => (%d - n)) AS at
                FROM generate_series(1::bigint, %d) n""".formatted(SHIPMENTS, SHIPMENTS),
                """
                INSERT INTO tracked_number (tenant_id, id, environment, carrier, number_key, tracking_number)
                SELECT '%s', id, 'LIVE', carrier, number, number FROM made ON CONFLICT DO NOTHING""".formatted(PARTNER),
                """
                INSERT INTO shipment (tenant_id, id, environment, carrier, tracking_number, number_id, number_key,
                    customer_id, claimed_by, order_reference, status, raw_code, raw_text, city, region, country_code,
                    first_event_at, last_event_at, event_count, created_at, updated_at)
                SELECT '%s', id, 'LIVE', carrier, number, id, number, '%s', 'REFERENCE', reference, status, 'x',
                       'Processed at facility', 'Macon', 'GA', 'US', at, at, 3, at, at FROM made""".formatted(PARTNER, CUSTOMER),
                """
                INSERT INTO shipment_search (tenant_id, customer_id, environment, shipment_id, key, reversed)
                SELECT '%s', '%s', 'LIVE', m.id, k.key, reverse(k.key)
                FROM made m
                CROSS JOIN LATERAL (VALUES (m.number), (gangway_search_key(m.reference))) k (key)""".formatted(PARTNER, CUSTOMER),
                """
                INSERT INTO event (tenant_id, id, recorded_at, shipment_id, connection_id, message_id, correlation_id,
                    mapping_version_id, revision, occurred_at, status, raw_code, raw_text, city, package_numbers,
                    received_at, standing)
                SELECT '%s', gen_random_uuid(), m.at, m.id, gen_random_uuid(), gen_random_uuid(), 'bench',
                       gen_random_uuid(), 1, m.at - make_interval(hours => h), 'IN_TRANSIT', 'c' || h, 'Processed', 'Macon',
                       '{}', m.at, 1
                FROM made m CROSS JOIN generate_series(1, 12) h WHERE m.n <= %d""".formatted(PARTNER, TRACED),
                """
                CREATE INDEX shipment_search_by_part ON shipment_search USING gin (tenant_id, customer_id, key gin_trgm_ops)
                WITH (gin_pending_list_limit = 256)""",
                "DROP TABLE made",
                "VACUUM (ANALYZE) shipment",
                "VACUUM (ANALYZE) shipment_search",
                "VACUUM (ANALYZE) event",
                "SET session_replication_role = DEFAULT")) {
            try (var statement = database.createStatement()) {
                statement.execute(sql.replace("%%", "%"));
            }
        }
    }

    private static void measure(Product product, JsonNode login, Figures figures)
            throws IOException, InterruptedException {
        var classes = Path.of(SearchProbe.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        Product.classPath() + System.getProperty("path.separator") + classes,
                        SearchProbe.class.getName(),
                        product.databaseUrl())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PORTAL_USERNAME", login.path("username").asString());
        builder.environment().put("PORTAL_PASSWORD", login.path("password").asString());
        var probe = builder.start();
        var worst = 0.0;
        try (var lines = probe.inputReader()) {
            for (var line :
                    lines.lines().filter(text -> text.startsWith("search.")).toList()) {
                var parts = line.split(" ");
                var value = Double.parseDouble(parts[1]);
                figures.add(parts[0], value, "ms");
                worst = parts[0].endsWith(".p99") ? Math.max(worst, value) : worst;
            }
        }
        if (probe.waitFor() != 0 || worst == 0) {
            throw new IllegalStateException("The measurement of searches failed; see above.");
        }
        figures.add("search.p99_ms", worst, "ms");
    }
}
