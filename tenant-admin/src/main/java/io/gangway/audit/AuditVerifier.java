package io.gangway.audit;

import io.gangway.credential.Signatures;
import io.gangway.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Follows every tenant's chain and reports the first entry of each that was changed, removed or inserted. */
public final class AuditVerifier {
    static final String PURPOSE = "audit";

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Signatures signatures;

    /** @param jdbc as somebody who sees all tenants, in a transaction that sees one moment */
    AuditVerifier(JdbcClient jdbc, Signatures signatures) {
        this.jdbc = jdbc;
        this.signatures = signatures;
    }

    /**
     * Verifies as of one moment, with no more entries in memory than it looks at, while others go on writing.
     *
     * @param connection of a login that sees all tenants, for this alone
     */
    public static Report verify(Connection connection, Signatures signatures) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return new AuditVerifier(jdbc, signatures).verify();
    }

    Report verify() {
        var heads =
                jdbc.sql("SELECT tenant_id, seq, hash FROM audit_head").query(AuditVerifier::position).list().stream()
                        .collect(Collectors.toMap(Position::tenant, head -> head));
        var checkpoints = jdbc
                .sql("SELECT tenant_id, seq, hash, signature FROM audit_checkpoint ORDER BY tenant_id, seq")
                .query((row, number) -> new Checkpoint(position(row, number), row.getBytes("signature")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        checkpoint -> checkpoint.position().tenant(),
                        Collectors.toMap(checkpoint -> checkpoint.position().seq(), Checkpoint::signature)));
        var followed = new Chains(heads, checkpoints);
        jdbc.sql("SELECT *, detail::text AS detail_text FROM audit_entry ORDER BY tenant_id, seq, id")
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    followed.add(entry(row));
                });
        return followed.end();
    }

    /** What a checkpoint's signature covers. */
    static byte[] signed(TenantId tenant, long seq, byte[] hash) {
        return "%s:%d:%s"
                .formatted(tenant.value(), seq, HexFormat.of().formatHex(hash))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Position position(ResultSet row, int number) throws SQLException {
        return new Position(
                new TenantId(row.getObject("tenant_id", UUID.class)), row.getLong("seq"), row.getBytes("hash"));
    }

    private static ChainedEntry entry(ResultSet row) throws SQLException {
        return new ChainedEntry(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail_text"),
                row.getString("correlation_id"),
                row.getString("address"),
                row.getBytes("hash"));
    }

    /**
     * @param entries that were read
     * @param faults the first of each tenant whose chain is broken
     */
    public record Report(long entries, int tenants, int checkpoints, List<Fault> faults) {}

    /** @param seq number of the first entry that is wrong */
    public record Fault(TenantId tenant, long seq, String text) {
        @Override
        public String toString() {
            return "Tenant %s, entry %d: %s".formatted(tenant.value(), seq, text);
        }
    }

    private record Position(TenantId tenant, long seq, byte[] hash) {}

    private record Checkpoint(Position position, byte[] signature) {}

    private final class Chains {
        private final Map<TenantId, Position> heads;
        /** Signatures by the number of the entry. */
        private final Map<TenantId, Map<Long, byte[]>> checkpoints;

        private final List<Fault> faults = new ArrayList<>();
        private final Set<TenantId> seen = new HashSet<>();
        private long entries;
        private int checked;
        private @Nullable TenantId tenant;
        private Position last = new Position(new TenantId(new UUID(0, 0)), 0, new byte[0]);
        private boolean broken;

        Chains(Map<TenantId, Position> heads, Map<TenantId, Map<Long, byte[]>> checkpoints) {
            this.heads = heads;
            this.checkpoints = checkpoints;
        }

        void add(ChainedEntry entry) {
            entries++;
            if (!entry.tenant().equals(tenant)) {
                finish();
                begin(entry.tenant());
            }
            if (broken) {
                return;
            }
            if (entry.seq() > last.seq() + 1) {
                report(last.seq() + 1, "It was removed.");
            } else if (entry.seq() <= last.seq()) {
                report(entry.seq(), "Entry %s was inserted.".formatted(entry.id()));
            } else if (!Arrays.equals(entry.hashAfter(last.hash()), entry.hash())) {
                report(
                        entry.seq(),
                        "Entry %s was changed or inserted: its hash does not follow.".formatted(entry.id()));
            } else {
                last = new Position(entry.tenant(), entry.seq(), entry.hash());
                check(last);
            }
        }

        Report end() {
            finish();
            Stream.concat(heads.keySet().stream(), checkpoints.keySet().stream())
                    .distinct()
                    .filter(each -> !seen.contains(each))
                    .toList()
                    .forEach(each -> {
                        begin(each);
                        finish();
                    });
            return new Report(entries, seen.size(), checked, List.copyOf(faults));
        }

        private void begin(TenantId next) {
            tenant = next;
            seen.add(next);
            broken = false;
            last = new Position(next, 0, new byte[0]);
        }

        /** A checkpoint of an entry says what its hash was that day. */
        private void check(Position position) {
            var signature =
                    checkpoints.getOrDefault(position.tenant(), Map.of()).get(position.seq());
            if (signature == null) {
                return;
            }
            checked++;
            var signed = signed(position.tenant(), position.seq(), position.hash());
            if (!signatures.isValid(PURPOSE, signed, signature)) {
                report(
                        position.seq(),
                        "The signed checkpoint does not match: this entry or an earlier one was rewritten with all after it, or the checkpoint was.");
            }
        }

        private void finish() {
            if (tenant == null || broken) {
                return;
            }
            var signedUpTo = checkpoints.getOrDefault(tenant, Map.of()).keySet().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
            var head = heads.get(tenant);
            var expected = Math.max(signedUpTo, head == null ? 0 : head.seq());
            if (last.seq() < expected) {
                report(last.seq() + 1, "It was removed, with all after it.");
            } else if (head == null || last.seq() > head.seq() || !Arrays.equals(head.hash(), last.hash())) {
                report(last.seq(), "It was appended past the chain, or the head of the chain was changed.");
            }
        }

        private void report(long seq, String text) {
            broken = true;
            faults.add(new Fault(Objects.requireNonNull(tenant, "A chain is of a tenant."), seq, text));
        }
    }
}
