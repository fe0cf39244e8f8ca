package io.gangway.ops;

import io.gangway.audit.AuditVerifier;
import io.gangway.credential.Signatures;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Verifies the audit of all organizations, without starting the platform. Reads {@code GANGWAY_DATABASE_URL}, {@code
 * GANGWAY_DATABASE_WORKER_USERNAME}, {@code GANGWAY_DATABASE_WORKER_PASSWORD} and {@code GANGWAY_VAULT_MASTER_KEY}, as the
 * platform does. Ends with 0 if all chains hold, with 1 if one does not.
 */
public final class AuditVerification {
    private AuditVerification() {}

    public static void main(String[] arguments) {
        var signatures = Signatures.with(setting("GANGWAY_VAULT_MASTER_KEY"));
        var url = setting("GANGWAY_DATABASE_URL");
        try (var connection = DriverManager.getConnection(
                url, setting("GANGWAY_DATABASE_WORKER_USERNAME"), setting("GANGWAY_DATABASE_WORKER_PASSWORD"))) {
            var report = AuditVerifier.verify(connection, signatures);
            report.faults().forEach(System.out::println);
            System.out.printf(
                    "%s: %d entries of %d organizations, %d signed checkpoints (one a day for each organization that did something).%n",
                    report.faults().isEmpty() ? "The audit is intact" : "The audit was tampered with",
                    report.entries(),
                    report.tenants(),
                    report.checkpoints());
            System.exit(report.faults().isEmpty() ? 0 : 1);
        } catch (SQLException unreachable) {
            System.err.printf(
                    "The audit could not be read from %s: %s Check that the database runs there.%n",
                    url, unreachable.getMessage());
            System.exit(2);
        }
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), "Set " + name + ", as for the platform.");
    }
}
