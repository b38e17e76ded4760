package org.patchbay.database;

import java.nio.file.Path;
import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.kernel.settings.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Puts the database together: where it is, migrated, its pool, and the guard before it.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /// @param attach whether a server that uses the embedded database may already run, as it does for commands
    @Bean(destroyMethod = "close")
    DatabaseHome databaseHome(Settings settings, @Value("${patchbay.database.attach:false}") boolean attach) {
        Path embedded = settings.dataDir().resolve("postgres");
        return settings.database()
                .map(DatabaseHome::external)
                .orElseGet(() -> DatabaseHome.embedded(
                        attach ? EmbeddedCluster.attachOrOpen(embedded) : EmbeddedCluster.open(embedded)));
    }

    @Bean(destroyMethod = "close")
    ServerPool serverPool(DatabaseHome home, Settings settings) {
        if (!home.attached()) { // else the server that runs there has, to its own version
            Migrations.run(home.urls());
        }
        ServerPool pool = ServerPool.open(home.urls().server(), settings.poolSize());
        try {
            RoleCheck.SERVER.require(pool.dataSource());
            return pool;
        } catch (RuntimeException refused) {
            pool.close();
            throw refused;
        }
    }

    /// @param migrated the roles and tables are there once this one is
    @Bean(destroyMethod = "close")
    IngestPool ingestPool(DatabaseHome home, ServerPool migrated) {
        return IngestPool.open(home.urls().ingest());
    }

    @Bean
    GuardedDataSource dataSource(ServerPool pool) {
        return new GuardedDataSource(pool.dataSource());
    }

    @Bean
    PlatformTransactionManager transactionManager(GuardedDataSource dataSource) {
        return new WorkspaceTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(GuardedDataSource dataSource) {
        return JdbcClient.create(dataSource);
    }
}
