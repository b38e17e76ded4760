package org.patchbay.provisioning;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.jobs.Jobs;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.database.jobs.Retry;
import org.patchbay.numbers.NumberBought;
import org.patchbay.twilio.TwilioConfigs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sets a number up that was just bought, as soon as nothing else is being done to the account.
@Component
class NewNumbers {

    private static final String BY = "Patchbay";

    record Task(UUID workspaceId, UUID numberId) {}

    private final Runs runs;
    private final TwilioConfigs configs;
    private final Jobs jobs;
    private final OneTimeJob<Task> job =
            new OneTimeJob<>("provisioning.new-number", Task.class, Retry.PATIENT, this::connect);

    private final Clock clock;

    NewNumbers(Runs runs, TwilioConfigs configs, Jobs jobs, Clock clock) {
        this.runs = runs;
        this.configs = configs;
        this.jobs = jobs;
        this.clock = clock;
    }

    OneTimeJob<Task> job() {
        return job;
    }

    @EventListener
    void bought(NumberBought number) {
        jobs.schedule(
                job,
                number.workspaceId() + ":" + number.numberId(),
                new Task(number.workspaceId(), number.numberId()),
                clock.instant());
    }

    /// @throws org.patchbay.kernel.Problem while something else is being done: then it is tried again
    private void connect(Task task) {
        Tenancy.asWorkspace(task.workspaceId(), () -> {
            if (configs.account().isPresent()) {
                runs.repair(BY, Set.of(task.numberId()), false);
            }
            return true;
        });
    }
}
