package org.patchbay.webhooks;

import java.time.Clock;
import java.time.Duration;
import org.patchbay.database.jobs.RecurringJob;
import org.patchbay.database.jobs.Retry;
import org.patchbay.database.jobs.Rhythm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Forgets deliveries after a week.
@Configuration(proxyBeanMethods = false)
class LedgerUpkeep {

    static final Duration KEPT = Duration.ofDays(7);

    @Bean
    RecurringJob oldDeliveriesUpkeep(Ledger ledger, Clock clock) {
        return new RecurringJob(
                "webhooks.old-deliveries",
                new Rhythm.Every(Duration.ofHours(1)),
                Retry.PATIENT,
                () -> ledger.forgetBefore(clock.instant().minus(KEPT)));
    }
}
