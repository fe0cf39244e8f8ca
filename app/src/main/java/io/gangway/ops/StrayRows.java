package io.gangway.ops;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Rows that no monthly partition was there for, because {@link Housekeeping} did not run or failed: the health component
 * {@code strayRows} and {@code gangway_stray_rows{table}}, counted up to {@link #MAX_COUNT} when they are asked for.
 */
@Component("strayRows")
@CrossTenant("partitions hold rows of every tenant")
class StrayRows implements HealthIndicator {
    private static final List<String> TABLES = List.of("message", "event");
    private static final int MAX_COUNT = 1_000;

    private final CrossTenantDatabase database;

    StrayRows(CrossTenantDatabase database, MeterRegistry meters) {
        this.database = database;
        for (var table : TABLES) {
            Gauge.builder("gangway.stray.rows", this, stray -> stray.count(table))
                    .tag("table", table)
                    .register(meters);
        }
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var table : TABLES) {
            var count = count(table);
            health.withDetail(table, count);
            if (count > 0) {
                health.down();
            }
        }
        return health.build();
    }

    private int count(String table) {
        return database.jdbc()
                .sql("SELECT count(*) FROM (SELECT FROM %s_default LIMIT %d) counted".formatted(table, MAX_COUNT))
                .query(Integer.class)
                .single();
    }
}
