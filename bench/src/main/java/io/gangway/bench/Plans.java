package io.gangway.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Rate plans of the product under measurement. */
final class Plans {
    /** Far beyond what two cores serve. */
    private static final int UNREACHED = 9_000_000;

    /** Longer than a node remembers a plan. */
    private static final long IN_FORCE_NANOS = 4_000_000_000L;

    private Plans() {}

    /** Other benchmarks measure what the product can do, not what a plan allows. */
    static void lift(Product product) {
        assign(product, UNREACHED, UNREACHED);
    }

    /** Gives all organizations a plan with these limits for all keys together, each key and each endpoint. */
    static void assign(Product product, int burst, int perMinute) {
        var login =
                JsonMapper.shared().readTree(product.databaseLogins().toFile()).path("superuser");
        try (var database = DriverManager.getConnection(
                        product.databaseUrl(),
                        login.path("username").asString(),
                        login.path("password").asString());
                var plan = database.prepareStatement("""
                        INSERT INTO rate_plan VALUES ('bench', 'Bench', ?, ?, NULL, ?, ?, ?, ?, NULL, now())
                        ON CONFLICT (code) DO UPDATE SET
                            organization_burst = excluded.organization_burst, key_burst = excluded.key_burst,
                            organization_per_minute = excluded.organization_per_minute,
                            key_per_minute = excluded.key_per_minute, endpoint_burst = excluded.endpoint_burst,
                            endpoint_per_minute = excluded.endpoint_per_minute""");
                var all = database.createStatement()) {
            for (int i = 0; i < 3; i++) {
                plan.setInt(2 * i + 1, burst);
                plan.setInt(2 * i + 2, perMinute);
            }
            plan.executeUpdate();
            all.executeUpdate("UPDATE tenant SET rate_plan = 'bench'");
        } catch (SQLException refused) {
            throw new IllegalStateException("The plan of the benchmark could not be set.", refused);
        }
        LockSupport.parkNanos(IN_FORCE_NANOS);
    }
}
