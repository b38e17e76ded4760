package org.patchbay.database.jobs;

import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The partitions' daily upkeep, at an hour when most desks sleep.
@Configuration(proxyBeanMethods = false)
class PartitionsConfiguration {

    @Bean
    RecurringJob partitionUpkeep(Partitions partitions) {
        return new RecurringJob(
                "database.partitions", new Rhythm.Daily(LocalTime.of(2, 10)), Retry.PATIENT, partitions::upkeep);
    }
}
