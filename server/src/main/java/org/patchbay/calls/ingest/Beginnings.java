package org.patchbay.calls.ingest;

import java.util.Objects;
import java.util.UUID;
import org.patchbay.calls.ingest.Matter.CallerReported;
import org.patchbay.calls.ingest.Matter.NewCaller;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent.Incoming;
import org.patchbay.calls.machine.CallEvent.Overtaken;
import org.patchbay.calls.machine.CallEvent.Placed;
import org.patchbay.kernel.Ids;

/// What a call begins with, and what a decision needs to know of it.
final class Beginnings {

    private Beginnings() {}

    static Incoming incoming(CallKey call, NewCaller caller, Facts facts) {
        Facts.CallerFacts known = facts.of(Facts.Caller.of(call.workspaceId(), caller));
        Facts.Number number = known.number();
        UUID numberId = number == null ? null : number.id();
        return new Incoming(
                call.callId(),
                call.workspaceId(),
                Ids.next(),
                caller.sid(),
                new Call.Parties(caller.from(), caller.to(), caller.callerName(), numberId, known.contactId()),
                number == null ? null : number.terms(),
                number != null && number.forwardTo() != null,
                known.blocked(),
                facts.candidates(call.workspaceId(), numberId));
    }

    static Overtaken overtaken(CallKey call, CallerReported report, Facts facts) {
        Facts.CallerFacts known = facts.of(Facts.Caller.of(call.workspaceId(), report));
        Facts.Number number = Objects.requireNonNull(known.number(), "only calls of our numbers begin so");
        return new Overtaken(
                call.callId(),
                call.workspaceId(),
                Ids.next(),
                report.sid(),
                new Call.Parties(report.from(), report.to(), report.callerName(), number.id(), known.contactId()),
                number.terms(),
                report.status(),
                report.durationSeconds());
    }

    /// A contact that went since the member pressed the button is none: the call is made all the same.
    static Placed placed(Placed placed, Facts facts) {
        UUID contactId = placed.parties().contactId();
        return contactId == null || facts.knows(new Facts.ContactKey(placed.workspaceId(), contactId))
                ? placed
                : placed.withoutContact();
    }
}
