package io.gangway.kernel;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database as the runtime's workers see it: a pool and a role of its own that cross tenants. Whoever uses it says
 * why with {@link CrossTenant}.
 */
public final class CrossTenantDatabase {
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public CrossTenantDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** For batches and LISTEN, which need a connection in hand. */
    public DataSource dataSource() {
        return dataSource;
    }

    public <T> T write(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
