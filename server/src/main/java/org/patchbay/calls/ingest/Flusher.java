package org.patchbay.calls.ingest;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.patchbay.database.IngestPool;
import org.patchbay.database.OutboxBatch;
import org.patchbay.database.OutboxBatch.Fact;
import org.patchbay.database.Trip;
import org.patchbay.database.jobs.JobBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import tools.jackson.databind.json.JsonMapper;

/// Writes rounds: one transaction each, and nobody is answered before its commit. A round that fails is taken
/// apart until only what is at fault has failed.
final class Flusher {

    private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);

    /// SQLSTATE classes of a server that is gone, going, or out of means: no row is at fault.
    /// [Error codes](https://www.postgresql.org/docs/current/errcodes-appendix.html)
    private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final IngestPool pool;
    private final OutboxBatch outbox;
    private final JobBatch jobs;
    private final JsonMapper json;
    private final Clock clock;
    private final IngestMeters meters;
    private final Consumer<UUID> agentFreed;

    /// @param agentFreed told, after the commit, in which workspaces a member has no call any more
    Flusher(
            IngestPool pool,
            OutboxBatch outbox,
            JobBatch jobs,
            JsonMapper json,
            Clock clock,
            IngestMeters meters,
            Consumer<UUID> agentFreed) {
        this.pool = pool;
        this.outbox = outbox;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
        this.meters = meters;
        this.agentFreed = agentFreed;
    }

    private record Written(List<Heard> heard, Consequences consequences) {}

    /// Every future of the round is completed when it returns.
    void flush(Round round) {
        try {
            flush(round, true);
        } catch (RuntimeException | Error fault) {
            round.entries().forEach(entry -> entry.heard().completeExceptionally(fault));
            throw fault;
        }
    }

    private void flush(Round round, boolean again) {
        Written written;
        try {
            written = meters.flush()
                    .record(() -> pool.write(round.workspaces(), transaction -> {
                        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as PostgreSQL keeps it
                        Known known = Known.load(transaction, json, round, now);
                        Consequences consequences = new Consequences();
                        Hearing hearing = new Hearing(known, consequences, now);
                        List<Heard> heard = new ArrayList<>();
                        round.entries().forEach(entry -> heard.add(hearing.hear(entry)));
                        round.agentsChanged().forEach(hearing::agentsChanged);
                        Trip trip = transaction.trip();
                        known.write(trip, now);
                        outbox.write(trip, consequences.facts());
                        jobs.write(trip, consequences.jobs());
                        trip.go();
                        return new Written(heard, consequences);
                    }));
        } catch (RuntimeException failed) {
            afterFailure(round, failed, again);
            return;
        }
        meters.round().record(round.size());
        answer(round, written);
    }

    private void answer(Round round, Written written) {
        for (int place = 0; place < round.entries().size(); place++) {
            round.entries().get(place).heard().complete(written.heard().get(place));
        }
        Set<UUID> news = new HashSet<>();
        written.consequences().facts().stream().map(Fact::workspaceId).forEach(news::add);
        outbox.written(news);
        jobs.written(written.consequences().jobs());
        written.consequences().freed().forEach(agentFreed);
    }

    private void afterFailure(Round round, RuntimeException failed, boolean again) {
        if (isOutage(failed)) {
            meters.unwritten().increment(round.entries().size());
            LOG.warn("{} events of calls were not written, for the database does not answer", round.size());
            fail(round, new DataAccessResourceFailureException("The database does not answer.", failed));
        } else if (round.size() > 1) {
            round.halves().forEach(half -> flush(half, true));
        } else if (again && isCollision(failed)) {
            flush(round, false);
        } else {
            meters.poisoned().increment();
            LOG.error("What was told about a call can not be written", failed);
            fail(round, failed);
        }
    }

    private static void fail(Round round, RuntimeException reason) {
        round.entries().forEach(entry -> entry.heard().completeExceptionally(reason));
    }

    /// Another node was at the same rows, or a contact went that a call was to have: by now it is done.
    private static boolean isCollision(RuntimeException failed) {
        return failed instanceof ConcurrencyFailureException
                || failed instanceof DuplicateKeyException
                || sqlState(failed).filter(FOREIGN_KEY_VIOLATION::equals).isPresent();
    }

    static boolean isOutage(RuntimeException failed) {
        if (failed instanceof CannotCreateTransactionException || failed instanceof TransactionSystemException) {
            return true;
        }
        return sqlState(failed)
                .map(state -> OUTAGES.contains(state.substring(0, 2)))
                .orElseGet(() -> NestedExceptionUtils.getMostSpecificCause(failed) instanceof IOException);
    }

    private static Optional<String> sqlState(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }
}
