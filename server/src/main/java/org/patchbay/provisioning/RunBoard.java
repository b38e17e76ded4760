package org.patchbay.provisioning;

import java.time.Clock;
import java.util.Map;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.kernel.access.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Keeps how far a run has come, and shows it to the desks.
@Component
class RunBoard {

    private final RunStore runs;
    private final Transactions transactions;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunBoard(RunStore runs, Transactions transactions, Outbox outbox, ApplicationEventPublisher events, Clock clock) {
        this.runs = runs;
        this.transactions = transactions;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    Progress progress(StepName step, Run run) {
        return new Progress(this::show, clock, step, run);
    }

    /// @return whether somebody wants it to stop
    boolean show(Run run) {
        return transactions.write(() -> {
            boolean stopping = runs.save(run);
            tell(run);
            return stopping;
        });
    }

    void end(Run run, RunState how) {
        transactions.write(() -> {
            Run ended = run.ended(how, clock.instant());
            runs.save(ended);
            events.publishEvent(AuditFact.of(action(run.kind()))
                    .by(new AuditFact.Actor("system", null, run.startedBy()))
                    .with(Map.of("state", how.code())));
            tell(ended);
        });
    }

    /// In the running transaction.
    void tell(Run run) {
        outbox.append("twilio.progress", Audience.holding(Permission.TWILIO_READ), run);
    }

    private static String action(RunKind kind) {
        return switch (kind) {
            case CONFIGURE -> "twilio.configured";
            case REPAIR -> "twilio.repaired";
            case CLEAR -> "twilio.cleared";
        };
    }
}
