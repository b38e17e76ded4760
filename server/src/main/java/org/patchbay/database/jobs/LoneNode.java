package org.patchbay.database.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded database belongs to one server at a time, and a lock on its directory says so. What an
/// earlier one has begun and not finished is therefore dead at our start, and need not be waited for until
/// its heartbeats are missed.
final class LoneNode {

    private static final Logger LOG = LoggerFactory.getLogger(LoneNode.class);

    private LoneNode() {}

    /// Makes due what a killed server was doing.
    static void takeUp(DataSource pool) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                               version = version + 1
                        where picked""")) {
            int taken = statement.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            if (taken > 0) {
                LOG.info("Taking up {} jobs that a server before this one did not finish", taken);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the schedule can not be read", failed);
        }
    }
}
