package org.patchbay.calls.machine;

import java.time.Instant;
import org.patchbay.calls.machine.CallEvent.Accept;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.AgentDue;
import org.patchbay.calls.machine.CallEvent.AgentsChanged;
import org.patchbay.calls.machine.CallEvent.Beginning;
import org.patchbay.calls.machine.CallEvent.CallerCame;
import org.patchbay.calls.machine.CallEvent.Decline;
import org.patchbay.calls.machine.CallEvent.DialRefused;
import org.patchbay.calls.machine.CallEvent.DialUnclear;
import org.patchbay.calls.machine.CallEvent.Dialed;
import org.patchbay.calls.machine.CallEvent.ForwardEnded;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.CallEvent.Incoming;
import org.patchbay.calls.machine.CallEvent.LegAnswered;
import org.patchbay.calls.machine.CallEvent.LegDue;
import org.patchbay.calls.machine.CallEvent.LegGone;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.CallEvent.LegTurned;
import org.patchbay.calls.machine.CallEvent.Overtaken;
import org.patchbay.calls.machine.CallEvent.Placed;
import org.patchbay.calls.machine.CallEvent.RingingOver;
import org.patchbay.calls.machine.CallEvent.RoomEnded;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallEvent.RoomLeft;
import org.patchbay.calls.machine.CallEvent.RoomSeen;
import org.patchbay.calls.machine.CallEvent.RoomStarted;
import org.patchbay.calls.machine.CallEvent.WrapUpOver;

/// The one place where it is decided what becomes of calls.
///
/// Whatever order events come in, however often and with whichever missing: a status never goes back, an end
/// is final, a leg is rung at most once, and a call has at most one member.
public final class CallMachine {

    private CallMachine() {}

    public static Decision begin(Beginning beginning, Instant now) {
        return switch (beginning) {
            case Incoming incoming -> Callers.begin(incoming, now);
            case Overtaken overtaken -> Callers.begin(overtaken, now);
            case Placed placed -> Dialing.begin(placed, now);
        };
    }

    public static Decision decide(CallState state, CallEvent event, Instant now) {
        return decide(state, event, now, now);
    }

    /// @param since when it happened, as far as that is known: news may be late
    public static Decision decide(CallState state, CallEvent event, Instant since, Instant now) {
        Draft draft = new Draft(state, now);
        draft.since(since);
        switch (event) {
            case CallerCame came -> Callers.came(draft);
            case LegTurned turned -> Callers.turned(draft, turned);
            case RingingOver over -> Offers.ringingOver(draft);
            case AgentsChanged changed -> Offers.agentsChanged(draft, changed.candidates());
            case ForwardEnded ended -> Forwards.ended(draft, ended);
            case Accept accept -> Claims.accept(draft, accept);
            case Decline decline -> Offers.decline(draft, decline);
            case AgentCame came -> Claims.came(draft, came);
            case AgentDue due -> Claims.due(draft, due.epoch());
            case LegAnswered answered -> Ringing.answered(draft, answered);
            case Dialed dialed -> Ringing.dialed(draft, dialed);
            case DialRefused refused -> Ringing.refused(draft, refused);
            case DialUnclear unclear -> Ringing.unclear(draft, unclear.legId());
            case LegReported reported -> LegMoves.reported(draft, reported);
            case LegDue due -> LegMoves.due(draft, due.legId());
            case LegGone gone -> LegMoves.gone(draft, gone.legId());
            case RoomStarted started -> Rooms.started(draft, started);
            case RoomJoined joined -> Rooms.joined(draft, joined);
            case RoomLeft left -> Rooms.left(draft, left);
            case RoomEnded ended -> Rooms.ended(draft, ended);
            case RoomSeen seen -> Rooms.seen(draft, seen);
            case HangUp hangUp -> LegMoves.hangUp(draft);
            case WrapUpOver over -> {}
        }
        return draft.decision();
    }
}
