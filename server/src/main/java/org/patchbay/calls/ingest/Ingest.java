package org.patchbay.calls.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.IngestPool;
import org.patchbay.database.OutboxBatch;
import org.patchbay.database.jobs.JobBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Hears all that is said about calls. What many say at the same moment is decided and written in one
/// transaction, and each is answered after its commit; whoever is alone does not wait for others.
@Component
public final class Ingest implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private static final int MAY_WAIT = 10_000;
    private static final int AT_ONCE = 500;

    /// Twilio waits 15 seconds for an answer.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    /// Before the web server (and the jobs) begin, and after they have stopped.
    private static final int PHASE = DEFAULT_PHASE - 8192;

    private final Flusher flusher;
    private final JsonMapper json;
    private volatile Inbox inbox = closed();
    private volatile @Nullable Thread thread;

    Ingest(IngestPool pool, OutboxBatch outbox, JobBatch jobs, JsonMapper json, Clock clock, MeterRegistry meters) {
        this.json = json;
        IngestMeters measured = IngestMeters.in(meters, () -> inbox.size());
        this.flusher = new Flusher(pool, outbox, jobs, json, clock, measured, this::agentsChanged);
    }

    /// Something is said about a call.
    ///
    /// @return completed once it is durable, on the thread that writes: what is to follow and takes long belongs
    ///     elsewhere. Completed with a [DataAccessResourceFailureException] where the database does not answer,
    ///     or more waits than can be written; it may be said again. With another exception where it can not be
    ///     written
    public CompletableFuture<Heard> tell(Told told) {
        Entry entry = Entry.of(told, json);
        if (!inbox.add(entry)) {
            entry.heard()
                    .completeExceptionally(
                            new DataAccessResourceFailureException("More is said about calls than can be written."));
        }
        return entry.heard();
    }

    /// Says something about a call, and waits until it is durable.
    ///
    /// @throws DataAccessResourceFailureException if it could not be written within seconds; it may be said
    ///     again, also where it was written after all
    public Heard tellAndWait(Told told) {
        CompletableFuture<Heard> heard = tell(told);
        try {
            return heard.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new DataAccessResourceFailureException("What is said about calls is not written in time.", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("Interrupted while it was written.", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /// Other members may take calls than before: somebody came, went, or has become free. The calls that ring
    /// in that workspace hear of it, soon.
    public void agentsChanged(UUID workspaceId) {
        inbox.agentsChanged(workspaceId);
    }

    private static Inbox closed() {
        Inbox none = new Inbox(0, 1);
        none.close();
        return none;
    }

    @Override
    public void start() {
        Inbox opened = new Inbox(MAY_WAIT, AT_ONCE);
        inbox = opened;
        thread = Thread.ofPlatform().name("ingest").start(() -> write(opened));
    }

    private void write(Inbox from) {
        Optional<Round> round = from.take();
        while (round.isPresent()) {
            try {
                flusher.flush(round.get());
            } catch (RuntimeException | Error fault) {
                LOG.error("A round of the ingest failed", fault);
            }
            round = from.take();
        }
    }

    /// Takes nothing more, and writes what is there.
    @Override
    public void stop() {
        Thread writing = thread;
        thread = null;
        inbox.close();
        if (writing != null) {
            try {
                writing.join(TO_FINISH);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
