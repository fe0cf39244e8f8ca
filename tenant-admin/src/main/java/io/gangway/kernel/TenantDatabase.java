package io.gangway.kernel;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database as one tenant sees it. Every transaction names its tenant, and row-level security keeps all other rows
 * out of reach; without a transaction of this class the portal's role sees nothing at all.
 */
public final class TenantDatabase {
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    public TenantDatabase(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Statements for use inside {@link #read} and {@link #write}; outside they find no rows. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    public <T> T read(TenantId tenant, Supplier<T> work) {
        return run(reading, tenant, work);
    }

    public <T> T write(TenantId tenant, Supplier<T> work) {
        return run(writing, tenant, work);
    }

    /**
     * A transaction inside another joins it and must speak for the same tenant; else {@link IllegalStateException}.
     */
    private <T> T run(TransactionTemplate transaction, TenantId tenant, Supplier<T> work) {
        return transaction.execute(status -> {
            bind(tenant);
            return work.get();
        });
    }

    private void bind(TenantId tenant) {
        var bound = TransactionSynchronizationManager.getResource(this);
        if (tenant.equals(bound)) {
            return;
        }
        if (bound != null) {
            throw new IllegalStateException(
                    "A transaction of tenant %s must not continue as tenant %s.".formatted(bound, tenant));
        }
        jdbc.sql("SELECT set_config('gangway.tenant', ?, true)")
                .param(tenant.value().toString())
                .query(String.class)
                .single();
        TransactionSynchronizationManager.bindResource(this, tenant);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(TenantDatabase.this);
            }
        });
    }
}
