package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.machine.Call.Claim;
import org.patchbay.calls.machine.Call.Ending;
import org.patchbay.calls.machine.Call.Offer;
import org.patchbay.calls.machine.Call.Room;
import org.patchbay.calls.machine.Call.Terms;
import org.patchbay.calls.machine.Call.Times;
import org.patchbay.calls.machine.CallEvent.Candidates;
import org.patchbay.calls.machine.CallEvent.Incoming;
import org.patchbay.calls.machine.CallEvent.LegTurned;
import org.patchbay.calls.machine.CallEvent.Overtaken;
import org.patchbay.calls.machine.CallEvent.RingingOver;
import org.patchbay.calls.machine.Reply.EnterRoom;
import org.patchbay.calls.machine.Reply.Say;
import org.patchbay.calls.machine.Reply.Sentence;
import org.patchbay.calls.machine.Reply.Wait;

/// A customer calls, and waits until somebody takes the call or nobody will.
final class Callers {

    /// Of a call that is not handled at all.
    private static final Terms NO_TERMS = new Terms(false, Duration.ZERO, Unanswered.MESSAGE, null, false);

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
        } else if (incoming.forwards()) {
            draft.call(call -> call.at(Stage.FORWARDED));
            Forwards.goOn(draft, leg);
        } else if (incoming.candidates().isHopeless()) {
            unanswered(draft, EndReason.NOBODY_AVAILABLE);
            draft.reply(insteadOfAnswer(draft, leg));
        } else {
            offer(draft, incoming.candidates().free(), terms);
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

    private static void offer(Draft draft, Set<UUID> members, Terms terms) {
        Instant until = draft.now().plus(terms.ring());
        draft.call(call -> call.rung(new Offer(members, Set.of(), draft.now(), until)));
        if (!members.isEmpty()) {
            draft.act(new Act.Offer(members));
        }
        draft.act(new Act.Later(new RingingOver(), until));
    }

    /// Twilio asks again what it asked before.
    static void came(Draft draft) {
        draft.customer().ifPresent(leg -> draft.reply(again(draft, leg)));
    }

    private static Reply again(Draft draft, Leg leg) {
        return switch (draft.stage()) {
            case OFFERED, CLAIMED, TALKING, DIALING, AWAITING_AGENT -> room(draft, leg);
            case UNANSWERED -> insteadOfAnswer(draft, leg);
            case FORWARDED -> Forwards.reply(draft, leg);
            case ENDED -> over(draft.call());
        };
    }

    private static Reply over(Call call) {
        boolean blocked = call.ending() != null && call.ending().reason() == EndReason.BLOCKED_CALLER;
        return blocked ? new Reply.Reject() : new Say(Sentence.CALL_IS_OVER);
    }

    static void turned(Draft draft, LegTurned turned) {
        draft.leg(turned.legId())
                .ifPresentOrElse(
                        leg -> turned(draft, leg, turned.turn()), () -> draft.reply(new Say(Sentence.CALL_IS_OVER)));
    }

    private static void turned(Draft draft, Leg leg, CallEvent.Turn turn) {
        switch (turn) {
            case UNANSWERED -> draft.reply(again(draft, leg));
            case TOLD -> draft.reply(new Say(Dialing.sentence(draft.call())));
            case TAKEN -> Forwards.taken(draft, leg);
        }
    }

    static void ringingOver(Draft draft) {
        Instant until = draft.call().offer().until();
        if (draft.stage() == Stage.OFFERED && until != null) {
            if (draft.now().isBefore(until)) {
                draft.act(new Act.Later(new RingingOver(), until));
            } else {
                nobodyTakesIt(draft, EndReason.NOBODY_ANSWERED);
            }
        }
    }

    /// Somebody has become free, or the last one who might have has gone.
    static void agentsChanged(Draft draft, Candidates candidates) {
        if (draft.stage() != Stage.OFFERED) {
            return;
        }
        Offer offer = draft.call().offer();
        Set<UUID> added = new HashSet<>(candidates.free());
        added.removeAll(offer.to());
        if (!added.isEmpty()) {
            Set<UUID> all = new HashSet<>(offer.to());
            all.addAll(added);
            draft.call(call -> call.offered(new Offer(all, offer.declined(), offer.since(), offer.until())));
            draft.act(new Act.Offer(added));
        } else if (offer.to().isEmpty() && candidates.isHopeless()) {
            nobodyTakesIt(draft, EndReason.NOBODY_AVAILABLE);
        }
    }

    /// Nobody will take it: the caller is sent on to what the number has for that.
    static void nobodyTakesIt(Draft draft, EndReason reason) {
        unanswered(draft, reason);
        draft.customer().ifPresent(leg -> draft.act(new Act.TurnLeg(leg.id(), CallEvent.Turn.UNANSWERED)));
    }

    private static void unanswered(Draft draft, EndReason reason) {
        draft.call(call -> call.at(Stage.UNANSWERED)
                .claimed(call.claim().ofNobody())
                .bound(new Ending(Outcome.MISSED, reason, null)));
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
        return new EnterRoom(leg.id(), leg.kind(), roomName(call), wait, recorded, recorded && customer);
    }

    static String roomName(Call call) {
        return call.room().name() == null ? "call-" + call.id() : call.room().name();
    }
}
