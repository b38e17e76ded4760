package org.patchbay.calls.acting;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.jobs.RecurringJob;
import org.patchbay.database.jobs.Retry;
import org.patchbay.database.jobs.Rhythm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/// What is looked after from time to time, in one workspace after the other: the trouble of one is not that of
/// the next.
@Configuration(proxyBeanMethods = false)
class CallUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(CallUpkeep.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_PRICES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_RECORDINGS = Duration.ofSeconds(30);

    /// Within seconds of a call's end Twilio says what became of its recording: so long a lost word of it is looked
    /// for.
    private static final Duration HEARD_OF = Duration.ofHours(3);

    /// A server that comes back looks for what ended while none was there.
    private static final Duration AWAY = Duration.ofDays(1);

    private final Lines lines;
    private final Reconciliation reconciliation;
    private final Prices prices;
    private final MissedRecordings recordings;

    CallUpkeep(Lines lines, Reconciliation reconciliation, Prices prices, MissedRecordings recordings) {
        this.lines = lines;
        this.reconciliation = reconciliation;
        this.prices = prices;
        this.recordings = recordings;
    }

    @Bean
    RecurringJob callReconciliation() {
        return new RecurringJob("calls.reconcile", new Rhythm.Every(BETWEEN_LOOKS), Retry.PATIENT, this::reconcileAll);
    }

    @Bean
    RecurringJob callPrices() {
        return new RecurringJob(
                "calls.prices",
                new Rhythm.Every(BETWEEN_PRICES),
                Retry.PATIENT,
                () -> each(prices.workspaces(), prices::look));
    }

    @Bean
    RecurringJob lostRecordings() {
        return new RecurringJob(
                "calls.recordings", new Rhythm.Every(BETWEEN_RECORDINGS), Retry.PATIENT, () -> recordings(HEARD_OF));
    }

    /// Whatever happened while no server was there: at once, not when the job comes round.
    @EventListener(ApplicationReadyEvent.class)
    void afterStart() {
        Thread.ofVirtual().name("reconciliation").start(() -> {
            reconcileAll();
            recordings(AWAY);
        });
    }

    private void recordings(Duration back) {
        each(recordings.workspaces(back), () -> recordings.look(back));
    }

    private void reconcileAll() {
        each(lines.workspaces(), reconciliation::reconcile);
    }

    private static void each(List<UUID> workspaces, Runnable work) {
        for (UUID workspaceId : workspaces) {
            try {
                Tenancy.asWorkspace(workspaceId, () -> {
                    work.run();
                    return true;
                });
            } catch (RuntimeException failed) {
                LOG.warn("Calls of workspace {} were not looked after: {}", workspaceId, failed.getMessage());
            }
        }
    }
}
