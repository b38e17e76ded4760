package org.patchbay.database;

import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.kernel.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Puts the database together: where it is, migrated, its pool, and the guard before it.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DatabaseHome databaseHome(Settings settings) {
        return settings.database()
                .map(DatabaseHome::external)
                .orElseGet(() -> DatabaseHome.embedded(
                        EmbeddedCluster.open(settings.dataDir().resolve("postgres"))));
    }

    @Bean(destroyMethod = "close")
    ServerPool serverPool(DatabaseHome home, Settings settings) {
        Migrations.run(home.urls());
        ServerPool pool = ServerPool.open(home.urls().server(), settings.poolSize());
        ServerRoleCheck.require(pool.dataSource());
        return pool;
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
