package org.patchbay.provisioning;

import java.time.Duration;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.database.jobs.RecurringJob;
import org.patchbay.database.jobs.Retry;
import org.patchbay.database.jobs.Rhythm;
import org.patchbay.kernel.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProvisioningJobs {

    /// Longer than [RunJob#TRIES], which gives up by itself and says so.
    private static final Retry UNTIL_GIVEN_UP = new Retry(60, Duration.ofSeconds(1), Duration.ofSeconds(15));

    @Bean
    OneTimeJob<RunJob.Task> provisioningRun(RunJob job) {
        return new OneTimeJob<>("provisioning.run", RunJob.Task.class, UNTIL_GIVEN_UP, job::perform);
    }

    @Bean
    RecurringJob provisioningChecks(DriftWatch watch, Settings settings) {
        return new RecurringJob(
                "provisioning.checks", new Rhythm.Every(settings.driftCheckEvery()), Retry.PATIENT, watch::scheduleAll);
    }

    @Bean
    OneTimeJob<DriftWatch.Task> provisioningCheck(DriftWatch watch) {
        return watch.job();
    }

    @Bean
    OneTimeJob<NewNumbers.Task> provisioningNewNumber(NewNumbers numbers) {
        return numbers.job();
    }
}
