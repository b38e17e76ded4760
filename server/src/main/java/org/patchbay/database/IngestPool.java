package org.patchbay.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The ingest role's transactions, each bound to the workspaces that it writes. Apart from those of requests:
/// neither waits for the other's connections, and neither may do what the other may.
public final class IngestPool implements AutoCloseable {

    private static final int SIZE = 4;

    /// Twilio waits 15 seconds for an answer, and a caller hears silence meanwhile.
    private static final Duration FOR_CONNECTION = Duration.ofMillis(1_500);

    private static final Duration FOR_STATEMENT = Duration.ofSeconds(4);
    private static final Duration FOR_SILENCE = Duration.ofSeconds(6);

    /// Every statement of the ingest looks rows up by key. PostgreSQL would plan many of them anew each time, which
    /// takes longer than the look-up: of lists that it does not know it expects more. And a plan that is kept from
    /// when a table was small must not scan it once it is large.
    private static final String PLANS = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off";

    private final HikariDataSource pool;
    private final TransactionTemplate transactions;
    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    private IngestPool(HikariDataSource pool) {
        this.pool = pool;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.template = new JdbcTemplate(pool);
        this.jdbc = JdbcClient.create(template);
    }

    /// @throws UnsafeDatabaseRole if row policies do not hold the role
    static IngestPool open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("ingest");
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(FOR_CONNECTION.toMillis());
        config.setAutoCommit(false);
        config.addDataSourceProperty("ApplicationName", "patchbay-ingest");
        config.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes the row
        config.addDataSourceProperty("options", PLANS);
        config.addDataSourceProperty("socketTimeout", String.valueOf(FOR_SILENCE.toSeconds()));
        HikariDataSource pool = new HikariDataSource(config);
        try {
            RoleCheck.INGEST.require(pool);
            return new IngestPool(pool);
        } catch (RuntimeException refused) {
            pool.close();
            throw refused;
        }
    }

    /// Runs the work in one transaction that sees and writes the rows of these workspaces, and no others.
    ///
    /// @throws org.springframework.transaction.CannotCreateTransactionException if there is no connection in
    ///     time
    /// @throws org.springframework.dao.DataAccessException if PostgreSQL refuses, or falls silent; then nothing
    ///     is written, unless it fell silent at the commit
    public <T> T write(Collection<UUID> workspaces, Function<IngestTransaction, T> work) {
        return transactions.execute(
                status -> work.apply(new IngestTransaction(template, jdbc, workspaces, FOR_STATEMENT.toMillis())));
    }

    @Override
    public void close() {
        pool.close();
    }
}
