package org.patchbay.calls.ingest;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.ingest.Matter.CallerReported;
import org.patchbay.calls.ingest.Matter.NewCaller;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent.Incoming;
import org.patchbay.calls.machine.CallEvent.Overtaken;
import org.patchbay.kernel.Ids;

/// A caller, with what a decision needs to know of them.
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
                parties(caller.from(), caller.to(), caller.callerName(), numberId),
                number == null ? null : number.terms(),
                number != null && number.forwardTo() != null,
                known.blocked(),
                facts.candidates(call.workspaceId(), numberId));
    }

    static Overtaken overtaken(CallKey call, CallerReported report, Facts facts) {
        Facts.Number number = Objects.requireNonNull(
                facts.of(Facts.Caller.of(call.workspaceId(), report)).number(), "only calls of our numbers begin so");
        return new Overtaken(
                call.callId(),
                call.workspaceId(),
                Ids.next(),
                report.sid(),
                parties(report.from(), report.to(), report.callerName(), number.id()),
                number.terms(),
                report.status(),
                report.durationSeconds());
    }

    private static Call.Parties parties(String from, String to, @Nullable String callerName, @Nullable UUID numberId) {
        return new Call.Parties(from, to, callerName, numberId, null);
    }
}
