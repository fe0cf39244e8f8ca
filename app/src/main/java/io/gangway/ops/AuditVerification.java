package io.gangway.ops;

import io.gangway.audit.AuditVerifier;
import io.gangway.credential.Signatures;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Verifies the audit of all organizations, without starting the platform. Reads {@code GANGWAY_DATABASE_URL}, {@code
 * GANGWAY_DATABASE_WORKER_USERNAME}, {@code GANGWAY_DATABASE_WORKER_PASSWORD} and {@code GANGWAY_VAULT_MASTER_KEY}, as the
 * platform does. Ends with 0 if all chains hold, with 1 if one does not.
 */
public final class AuditVerification {
    private AuditVerification() {}

    public static void main(String[] arguments) {
        var signatures = Signatures.with(setting("GANGWAY_VAULT_MASTER_KEY"));
        var source = new SingleConnectionDataSource(
                setting("GANGWAY_DATABASE_URL"),
                setting("GANGWAY_DATABASE_WORKER_USERNAME"),
                setting("GANGWAY_DATABASE_WORKER_PASSWORD"),
                true);
        try {
            var report = new AuditVerifier(JdbcClient.create(source), signatures).verify();
            report.faults().forEach(System.out::println);
            System.out.printf(
                    "%s: %d entries of %d organizations, %d signed checkpoints.%n",
                    report.faults().isEmpty() ? "The audit is intact" : "The audit was tampered with",
                    report.entries(),
                    report.tenants(),
                    report.checkpoints());
            System.exit(report.faults().isEmpty() ? 0 : 1);
        } finally {
            source.destroy();
        }
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), "Set " + name + ", as for the platform.");
    }
}
