package org.patchbay.recordings;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.patchbay.calls.CallSettings;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.database.jobs.RecurringJob;
import org.patchbay.database.jobs.Retry;
import org.patchbay.database.jobs.Rhythm;
import org.patchbay.kernel.Problem;
import org.patchbay.recordings.KeptRecordings.Kept;
import org.patchbay.twilio.TwilioFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Recordings are deleted, at Twilio too, once they have been kept for as long as their workspace says: some at a
/// time, so that one workspace with many keeps no other waiting. What Twilio does not delete now is tried again.
@Configuration(proxyBeanMethods = false)
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration BETWEEN = Duration.ofMinutes(5);
    private static final int AT_ONCE = 100;

    private final KeptRecordings recordings;
    private final Removal removal;
    private final CallSettings settings;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    Retention(
            KeptRecordings recordings,
            Removal removal,
            CallSettings settings,
            JdbcClient jdbc,
            Transactions transactions,
            Clock clock) {
        this.recordings = recordings;
        this.removal = removal;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    RecurringJob recordingRetention() {
        return new RecurringJob("recordings.retention", new Rhythm.Every(BETWEEN), Retry.PATIENT, this::expire);
    }

    private void expire() {
        for (UUID workspaceId : workspaces()) {
            try {
                Tenancy.asWorkspace(workspaceId, () -> {
                    expireHere();
                    return true;
                });
            } catch (TwilioFailure | Problem failed) {
                LOG.warn("Recordings of workspace {} are kept for now: {}", workspaceId, failed.getMessage());
            }
        }
    }

    private List<UUID> workspaces() {
        return Tenancy.globally(() ->
                transactions.read(() -> jdbc.sql("select lookup_workspaces_with_recordings_to_delete(:now)")
                        .param("now", Timestamp.from(clock.instant()))
                        .query(UUID.class)
                        .list()));
    }

    private void expireHere() {
        Integer days = settings.get().keepRecordingsDays();
        if (days == null) {
            return;
        }
        Instant now = clock.instant();
        for (Kept kept : recordings.before(now.minus(Duration.ofDays(days)), AT_ONCE)) {
            expire(kept, now);
        }
    }

    /// One that Twilio refuses to delete does not keep the others.
    private void expire(Kept kept, Instant now) {
        try {
            removal.expire(kept);
        } catch (TwilioFailure failure) {
            if (failure.kind() != TwilioFailure.Kind.REFUSED) {
                throw failure;
            }
            recordings.putBack(kept, now);
            LOG.warn("Recording {} is not deleted: {}", kept.id(), failure.getMessage());
        }
    }
}
