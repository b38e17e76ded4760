package org.patchbay.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/// The server role's connections. Not a `DataSource` bean itself, so that nothing gets at a connection
/// past the guard.
public record ServerPool(HikariDataSource pool) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static ServerPool open(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("server");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 4));
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setAutoCommit(false);
        config.addDataSourceProperty("ApplicationName", "patchbay-server");
        return new ServerPool(new HikariDataSource(config));
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
