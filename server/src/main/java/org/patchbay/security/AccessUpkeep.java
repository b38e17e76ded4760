package org.patchbay.security;

import java.time.Duration;
import org.patchbay.database.jobs.RecurringJob;
import org.patchbay.database.jobs.Retry;
import org.patchbay.database.jobs.Rhythm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps the tables of sessions and links small.
@Configuration(proxyBeanMethods = false)
class AccessUpkeep {

    @Bean
    RecurringJob expiredAccessUpkeep(ExpiredAccess expired) {
        return new RecurringJob(
                "security.expired-access", new Rhythm.Every(Duration.ofHours(1)), Retry.PATIENT, expired::delete);
    }
}
