package org.patchbay.realtime;

import java.time.Duration;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.database.jobs.RecurringJob;
import org.patchbay.database.jobs.Retry;
import org.patchbay.database.jobs.Rhythm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is done later or regularly about desks and their events.
@Configuration(proxyBeanMethods = false)
class RealtimeJobs {

    @Bean
    OneTimeJob<DeskPresence.Gone> socketGone(DeskPresence presence) {
        return presence.goneJob();
    }

    @Bean
    RecurringJob staleSockets(DeskPresence presence) {
        return new RecurringJob(
                "realtime.stale-sockets",
                new Rhythm.Every(Duration.ofSeconds(30)),
                Retry.PATIENT,
                presence::sweepStale);
    }

    @Bean
    RecurringJob unnumberedEvents(Publisher publisher) {
        return new RecurringJob(
                "realtime.unnumbered-events",
                new Rhythm.Every(Duration.ofSeconds(10)),
                Retry.PATIENT,
                publisher::sweep);
    }
}
