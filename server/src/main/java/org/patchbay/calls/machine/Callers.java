package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.machine.Call.Claim;
import org.patchbay.calls.machine.Call.Ending;
import org.patchbay.calls.machine.Call.Offer;
import org.patchbay.calls.machine.Call.Room;
import org.patchbay.calls.machine.Call.Terms;
import org.patchbay.calls.machine.Call.Times;
import org.patchbay.calls.machine.CallEvent.Incoming;
import org.patchbay.calls.machine.CallEvent.LegTurned;
import org.patchbay.calls.machine.CallEvent.Overtaken;
import org.patchbay.calls.machine.Reply.EnterRoom;
import org.patchbay.calls.machine.Reply.Say;
import org.patchbay.calls.machine.Reply.Sentence;
import org.patchbay.calls.machine.Reply.Wait;

/// A customer calls, and hears what becomes of it.
final class Callers {

    /// Of a call that is not handled at all.
    private static final Terms NO_TERMS =
            new Terms(false, Duration.ZERO, Unanswered.MESSAGE, null, false, Duration.ZERO);

    private Callers() {}

    static Decision begin(Incoming incoming, Instant now) {
        Terms terms = incoming.terms() == null ? NO_TERMS : incoming.terms();
        Draft draft = draft(incoming.callId(), incoming.workspaceId(), incoming.sid(), incoming.parties(), terms, now);
        Leg leg = Leg.arrived(
                incoming.legId(), LegKind.CUSTOMER, null, incoming.parties().from(), incoming.sid(), 0, now);
        draft.keep(leg);
        if (incoming.blocked()) {
            draft.reply(new Reply.Reject());
            draft.end(new Ending(Outcome.FAILED, EndReason.BLOCKED_CALLER, null), Set.of(leg.id()));
        } else if (incoming.terms() == null) {
            draft.reply(new Say(Sentence.NUMBER_NOT_IN_USE));
            draft.end(new Ending(Outcome.FAILED, EndReason.NUMBER_NOT_IN_USE, null), Set.of(leg.id()));
        } else if (incoming.forwards() && Forwards.isPossible(terms)) {
            Forwards.begin(draft, leg);
        } else if (incoming.forwards() || incoming.candidates().isHopeless()) {
            Offers.unanswered(draft, EndReason.NOBODY_AVAILABLE);
            draft.reply(insteadOfAnswer(draft, leg));
        } else {
            Offers.begin(draft, incoming.candidates().free());
            draft.reply(room(draft, leg));
        }
        return draft.decision();
    }

    static Decision begin(Overtaken overtaken, Instant now) {
        Draft draft = draft(
                overtaken.callId(),
                overtaken.workspaceId(),
                overtaken.sid(),
                overtaken.parties(),
                overtaken.terms(),
                now);
        Leg leg = Leg.arrived(
                overtaken.legId(), LegKind.CUSTOMER, null, overtaken.parties().from(), overtaken.sid(), 0, now);
        draft.keep(leg.moved(overtaken.status(), now).reported(-1, overtaken.durationSeconds(), null, null));
        draft.end(Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        return draft.decision();
    }

    private static Draft draft(
            UUID callId, UUID workspaceId, String sid, Call.Parties parties, Terms terms, Instant now) {
        Call call = new Call(
                callId,
                workspaceId,
                Direction.INBOUND,
                Via.NUMBER,
                parties,
                terms,
                Stage.OFFERED,
                CallStatus.QUEUED,
                Offer.NONE,
                Claim.NONE,
                new Room("incoming-" + sid, null),
                new Times(now, null, null, null),
                null);
        return new Draft(new CallState(call, List.of()), now);
    }

    /// Twilio asks again what it asked before.
    static void came(Draft draft) {
        draft.customer().ifPresent(leg -> draft.reply(again(draft, leg)));
    }

    private static Reply again(Draft draft, Leg leg) {
        return switch (draft.stage()) {
            case OFFERED, CLAIMED, DIALING, AWAITING_AGENT -> room(draft, leg);
            case TALKING -> draft.phone().isPresent() ? Forwards.reply(draft, leg) : room(draft, leg);
            case UNANSWERED -> insteadOfAnswer(draft, leg);
            case FORWARDED -> Forwards.reply(draft, leg);
            case ENDED -> over(draft.call());
        };
    }

    private static Reply over(Call call) {
        return switch (call.ending() == null ? EndReason.LOST : call.ending().reason()) {
            case BLOCKED_CALLER -> new Reply.Reject();
            case NUMBER_NOT_IN_USE -> new Say(Sentence.NUMBER_NOT_IN_USE);
            default -> new Say(Sentence.CALL_IS_OVER);
        };
    }

    static void turned(Draft draft, LegTurned turned) {
        draft.leg(turned.legId())
                .ifPresentOrElse(
                        leg -> turned(draft, leg, turned.turn()), () -> draft.reply(new Say(Sentence.CALL_IS_OVER)));
    }

    private static void turned(Draft draft, Leg leg, CallEvent.Turn turn) {
        switch (turn) {
            case UNANSWERED -> {
                draft.keep(leg.inRoom(false));
                draft.reply(again(draft, leg));
            }
            case TOLD -> draft.reply(new Say(Dialing.sentence(draft.call())));
            case TAKEN -> Forwards.taken(draft, leg);
        }
    }

    /// What the caller hears when nobody takes the call.
    private static Reply insteadOfAnswer(Draft draft, Leg leg) {
        return switch (draft.call().terms().unanswered()) {
            case MESSAGE -> new Say(Sentence.NOBODY_AVAILABLE);
            case VOICEMAIL -> new Reply.LeaveMessage(leg.id());
            case FORWARD -> Forwards.reply(draft, leg);
        };
    }

    static EnterRoom room(Draft draft, Leg leg) {
        Call call = draft.call();
        boolean customer = leg.kind() == LegKind.CUSTOMER;
        Wait wait = call.direction() == Direction.INBOUND ? Wait.MUSIC : Wait.RINGING;
        boolean recorded = call.terms().recorded();
        return new EnterRoom(
                leg.id(), leg.kind(), roomName(call), wait, !leg.isBrowser(), recorded, recorded && customer);
    }

    static String roomName(Call call) {
        return call.room().name() == null ? "call-" + call.id() : call.room().name();
    }
}
