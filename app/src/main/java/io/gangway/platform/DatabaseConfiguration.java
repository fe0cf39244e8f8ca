package io.gangway.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantDatabase;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.quartz.autoconfigure.QuartzDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** One database, three ways in: the owner migrates, the portal sees one tenant, workers cross tenants. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** Senders of webhooks wait for seconds only: while the database is away, an early refusal is better than a timeout. */
    private static final int WAIT_MILLIS = 5_000;

    @Bean
    HikariDataSource portalDataSource(DatabaseProperties properties) {
        return pool("portal", properties.url(), properties.portal());
    }

    @Bean(defaultCandidate = false)
    @QuartzDataSource
    HikariDataSource workerDataSource(DatabaseProperties properties) {
        return pool("worker", properties.url(), properties.worker());
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseProperties properties) {
        return new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                properties.url(),
                properties.owner().username(),
                properties.owner().password());
    }

    @Bean
    TenantDatabase tenantDatabase(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new TenantDatabase(jdbc, transactions);
    }

    @Bean
    CrossTenantDatabase crossTenantDatabase(@Qualifier("workerDataSource") DataSource workers) {
        return new CrossTenantDatabase(workers);
    }

    private static HikariDataSource pool(String name, String url, DatabaseProperties.Pool login) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setUsername(login.username());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(login.size());
        pool.setConnectionTimeout(WAIT_MILLIS);
        pool.setMinimumIdle(Math.min(2, login.size()));
        pool.addDataSourceProperty("ApplicationName", "gangway-" + name);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // The detail of a refused row is the row; it must not get into a log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
