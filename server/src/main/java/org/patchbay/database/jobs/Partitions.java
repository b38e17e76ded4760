package org.patchbay.database.jobs;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the months of partitioned tables: the next ones are made ahead, the expired ones dropped. What
/// is kept for how long stands in the table `partitioned_tables`.
@Component
class Partitions implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    Partitions(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Before the first request: a server that was off for months would have no partition to write to.
    @Override
    public void afterSingletonsInstantiated() {
        ensure();
    }

    void upkeep() {
        ensure();
        List<String> dropped = dropExpired();
        if (!dropped.isEmpty()) {
            LOG.info("Dropped what is past its keeping time: {}", dropped);
        }
    }

    private void ensure() {
        Tenancy.globally(() -> transactions.write(() -> {
            lockOutOtherNodes();
            return jdbc.sql("select ensure_partitions(:now)")
                    .param("now", Timestamp.from(clock.instant()))
                    .query(Integer.class)
                    .single();
        }));
    }

    private List<String> dropExpired() {
        return Tenancy.globally(() -> transactions.write(() -> {
            lockOutOtherNodes();
            return jdbc.sql("select drop_expired(:now)")
                    .param("now", Timestamp.from(clock.instant()))
                    .query(String.class)
                    .list();
        }));
    }

    /// Nodes that start together would make the same partition, and one of them fail.
    private void lockOutOtherNodes() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('patchbay.partitions'))")
                .query(rows -> {});
    }
}
