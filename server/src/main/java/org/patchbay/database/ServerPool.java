package org.patchbay.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/// The server role's connections. Not a `DataSource` bean itself, so that nothing gets at a connection
/// past the guard.
public record ServerPool(HikariDataSource pool) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// A database that says nothing for so long has gone without a word; no request of ours may take so long.
    private static final Duration FOR_SILENCE = Duration.ofSeconds(60);

    static ServerPool open(String url, int size) {
        return open(url, size, PATIENCE);
    }

    /// @param patience how long a transaction waits for a connection before it is refused
    static ServerPool open(String url, int size, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("server");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 4));
        config.setConnectionTimeout(patience.toMillis());
        config.setAutoCommit(false);
        config.addDataSourceProperty("ApplicationName", "patchbay-server");
        config.addDataSourceProperty("socketTimeout", String.valueOf(FOR_SILENCE.toSeconds()));
        // PostgreSQL's details of a failure quote the row, and with it what people wrote.
        config.addDataSourceProperty("logServerErrorDetail", "false");
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
