package io.gangway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.credential.Signatures;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Attacks on the audit by somebody who may do everything in the database; each is undone in the end. */
@PlatformTest
class AuditChainTests {
    private final Tenancies tenancies;
    private final AuditLog log;
    private final AuditCheckpoints checkpoints;
    private final Signatures signatures;
    private Tenant acme;
    private Connection connection;
    private JdbcClient superuser;

    AuditChainTests(Tenancies tenancies, AuditLog log, AuditCheckpoints checkpoints, Signatures signatures) {
        this.tenancies = tenancies;
        this.log = log;
        this.checkpoints = checkpoints;
        this.signatures = signatures;
    }

    @BeforeEach
    void fiveEntries() throws SQLException {
        acme = tenancies.customer("Acme");
        for (int i = 1; i <= 5; i++) {
            log.record(acme.id(), "test:äuthor", "thing.done", "thing-" + i, Map.of("name", "Thing “" + i + "”"));
        }
        checkpoints.sign();
        for (int i = 6; i <= 7; i++) {
            log.record(acme.id(), "test:author", "thing.done", "thing-" + i, Map.of());
        }
        connection = Servers.postgres().connect("gangway", Servers.postgres().superuser());
        connection.setAutoCommit(false);
        superuser = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @AfterEach
    void asBefore() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void anUntouchedChainHolds() {
        assertThat(faults()).isEmpty();
        var report = new AuditVerifier(superuser, signatures).verify();
        assertThat(report.entries()).isGreaterThanOrEqualTo(7);
        assertThat(report.checkpoints()).isPositive();
        assertThat(superuser
                        .sql("SELECT seq FROM audit_entry WHERE tenant_id = ? ORDER BY seq")
                        .param(acme.id().value())
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    /** Heads and entries are read one after the other; what is written in between must not look like tampering. */
    @Test
    void whatIsWrittenMeanwhileRaisesNoAlarm() throws Exception {
        var going = new AtomicBoolean(true);
        var writer = Thread.ofVirtual().start(() -> {
            while (going.get()) {
                log.record(acme.id(), "test:author", "thing.done", "more", Map.of());
            }
        });
        try {
            for (int i = 0; i < 30; i++) {
                try (var own =
                        Servers.postgres().connect("gangway", Servers.postgres().superuser())) {
                    assertThat(AuditVerifier.verify(own, signatures).faults())
                            .filteredOn(fault -> fault.tenant().equals(acme.id()))
                            .isEmpty();
                }
            }
        } finally {
            going.set(false);
            writer.join();
        }
    }

    @Test
    void aChangeOfAnyFieldIsFound() {
        for (var change : List.of(
                "actor = 'somebody'",
                "action = 'thing.undone'",
                "subject = 'other'",
                "detail = '{}'",
                "at = at + interval '1 microsecond'",
                "correlation_id = 'x'",
                "address = '10.0.0.1'",
                "id = gen_random_uuid()",
                "hash = sha256('x')")) {
            var savepoint = savepoint();
            execute("UPDATE audit_entry SET %s WHERE tenant_id = '%s' AND seq = 3"
                    .formatted(change, acme.id().value()));
            assertThat(faults())
                    .as(change)
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.seq()).isEqualTo(3));
            undo(savepoint);
        }
    }

    @Test
    void aRemovedEntryIsFound() {
        execute("DELETE FROM audit_entry WHERE tenant_id = '%s' AND seq = 4"
                .formatted(acme.id().value()));
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.seq()).isEqualTo(4);
            assertThat(fault.text()).contains("removed");
        });
    }

    @Test
    void aRemovedEndIsFound() {
        execute("DELETE FROM audit_entry WHERE tenant_id = '%s' AND seq > 5"
                .formatted(acme.id().value()));
        assertThat(faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.seq()).isEqualTo(6));
    }

    @Test
    void aChainThatIsGoneIsFound() {
        execute("DELETE FROM audit_entry WHERE tenant_id = '%1$s'; DELETE FROM audit_head WHERE tenant_id = '%1$s'"
                .formatted(acme.id().value()));
        assertThat(faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.seq()).isEqualTo(1));
    }

    @Test
    void anInsertedEntryIsFound() {
        execute("""
                ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_seq_unique;
                ALTER TABLE audit_entry DISABLE TRIGGER chained;
                INSERT INTO audit_entry (tenant_id, id, at, actor, action, subject, detail, seq, hash)
                SELECT tenant_id, gen_random_uuid(), at, 'intruder', action, subject, detail, seq, hash
                FROM audit_entry WHERE tenant_id = '%s' AND seq = 2""".formatted(acme.id().value()));
        assertThat(faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.seq()).isEqualTo(2));
    }

    /** All hashes and the head are computed anew, as the database itself would: only the signature can't be. */
    @Test
    void aChainRewrittenFromTheStartIsFoundByItsCheckpoint() {
        execute("""
                UPDATE audit_entry SET actor = 'nobody' WHERE tenant_id = '%1$s' AND seq = 2;
                DO $$
                DECLARE entry audit_entry; former bytea := '';
                BEGIN
                    FOR entry IN SELECT * FROM audit_entry WHERE tenant_id = '%1$s' ORDER BY seq LOOP
                        former := gangway_audit_hash(former, entry);
                        UPDATE audit_entry SET hash = former WHERE tenant_id = entry.tenant_id AND id = entry.id;
                    END LOOP;
                    UPDATE audit_head SET hash = former WHERE tenant_id = '%1$s';
                    UPDATE audit_checkpoint c SET hash = e.hash FROM audit_entry e
                    WHERE e.tenant_id = c.tenant_id AND e.seq = c.seq AND c.tenant_id = '%1$s';
                END $$""".formatted(acme.id().value()));
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.seq()).isEqualTo(5);
            assertThat(fault.text()).contains("checkpoint");
        });
    }

    private List<AuditVerifier.Fault> faults() {
        return new AuditVerifier(superuser, signatures)
                .verify().faults().stream()
                        .filter(fault -> fault.tenant().equals(acme.id()))
                        .toList();
    }

    private void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private java.sql.Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void undo(java.sql.Savepoint savepoint) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
