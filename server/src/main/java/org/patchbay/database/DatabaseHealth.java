package org.patchbay.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Ready only while the database answers.
@Component("database")
class DatabaseHealth implements HealthIndicator {

    private static final int PATIENCE_SECONDS = 2;

    private final ServerPool pool;

    DatabaseHealth(ServerPool pool) {
        this.pool = pool;
    }

    @Override
    public Health health() {
        try (Connection connection = pool.dataSource().getConnection()) {
            return connection.isValid(PATIENCE_SECONDS)
                    ? Health.up().build()
                    : Health.down().build();
        } catch (SQLException gone) {
            return Health.down().build();
        }
    }
}
