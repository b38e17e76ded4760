package org.patchbay.calls.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.database.Tenancy;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.database.jobs.Retry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is done about calls by the schedule: telling them what time it is, and doing at Twilio what was decided.
@Configuration(proxyBeanMethods = false)
class CallJobs {

    static final String LATER = "calls.later";
    static final String ACT = "calls.act";

    /// Somebody waits for it, perhaps on a line that should long be over; and it must not be lost in an outage
    /// either: about an hour. Twilio is not asked more often by it, for after five failures an account rests.
    private static final Retry STUBBORN = new Retry(250, Duration.ofSeconds(1), Duration.ofSeconds(15));

    /// @param id of this reminder: done twice, it is told once
    /// @param event as [LaterCode] writes it
    record Later(UUID id, UUID workspaceId, UUID callId, String event) {}

    /// @param act as [ActCode] writes it
    record ToDo(UUID workspaceId, UUID callId, String act) {}

    @Bean
    OneTimeJob<Later> laterJob(ObjectProvider<Ingest> ingest, Clock clock) {
        return new OneTimeJob<>(LATER, Later.class, STUBBORN, later -> {
            CallEvent event = LaterCode.read(later.event());
            Told told = Told.of(
                            later.workspaceId(),
                            new Matter.Happened(new Matter.Where.Id(later.callId()), event),
                            DedupeKey.of(LATER, later.id().toString()),
                            Source.TIMER,
                            "timer",
                            clock.instant())
                    .with(Map.of("event", later.event()));
            ingest.getObject().tellAndWait(told);
        });
    }

    @Bean
    OneTimeJob<ToDo> actJob(ObjectProvider<Acting> acting) {
        return new OneTimeJob<>(
                ACT,
                ToDo.class,
                STUBBORN,
                toDo -> Tenancy.asWorkspace(toDo.workspaceId(), () -> {
                    acting.getObject().act(toDo.workspaceId(), toDo.callId(), ActCode.read(toDo.act()));
                    return true;
                }));
    }
}
