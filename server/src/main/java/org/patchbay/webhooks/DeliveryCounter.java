package org.patchbay.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Counts deliveries, and measures how long each waited for its answer: at once in memory and in the metrics, a
/// second later in the [Ledger]. No delivery waits for it; a node that is killed loses the counts of its last second,
/// never a delivery.
@Component
class DeliveryCounter implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryCounter.class);
    private static final String METRIC = "patchbay.webhooks";
    private static final String ANSWERS = "patchbay.webhooks.answers";
    private static final int DIFFERENT = 20_000;
    private static final long SECONDS = 1;

    private final Tallies tallies = new Tallies(DIFFERENT);
    private final ScheduledExecutorService rhythm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("webhook-ledger").factory());
    private final Ledger ledger;
    private final MeterRegistry meters;
    private final Clock clock;

    DeliveryCounter(Ledger ledger, MeterRegistry meters, Clock clock) {
        this.ledger = ledger;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        rhythm.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void count(Verdict verdict) {
        switch (verdict) {
            case Verdict.Accepted accepted -> {
                measure(accepted.delivery().kind(), Tallies.ACCEPTED);
                tallies.accepted(accepted.delivery(), clock.instant());
            }
            case Verdict.Refused refused -> {
                measure(refused.path().kind(), refused.refusal().code());
                tallies.refused(refused, clock.instant());
            }
        }
    }

    /// @param path of the request; what became of it [#count] has been told
    void answered(WebhookPath path, Duration took) {
        meters.timer(ANSWERS, "kind", path.kind().path()).record(took);
    }

    private void measure(WebhookKind kind, String verdict) {
        meters.counter(METRIC, "kind", kind.path(), "verdict", verdict).increment();
    }

    /// Writes down what was counted since the last time. What can not be written is counted on.
    void write() {
        tallies.drain().forEach(this::write);
    }

    private void write(UUID workspaceId, List<Tallies.Row> rows) {
        try {
            ledger.add(workspaceId, rows);
        } catch (DataIntegrityViolationException gone) {
            LOG.debug("A workspace was removed while its deliveries were counted");
        } catch (RuntimeException failed) {
            LOG.warn("Deliveries can not be counted yet: {}", failed.getClass().getSimpleName());
            rows.forEach(row -> tallies.add(row.key(), row.tally()));
        }
    }

    @Override
    public void destroy() {
        rhythm.close();
        write();
    }
}
