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
import org.patchbay.calls.machine.Call.Times;
import org.patchbay.calls.machine.CallEvent.AgentDue;
import org.patchbay.calls.machine.CallEvent.DialDue;
import org.patchbay.calls.machine.CallEvent.DialRefused;
import org.patchbay.calls.machine.CallEvent.Dialed;
import org.patchbay.calls.machine.CallEvent.LegAnswered;
import org.patchbay.calls.machine.CallEvent.Placed;
import org.patchbay.calls.machine.Reply.Say;
import org.patchbay.calls.machine.Reply.Sentence;

/// A member calls: first their own leg, then, once it is in the conference, the customer's.
final class Dialing {

    /// So long a member's own leg has.
    static final Duration FOR_AGENT = Duration.ofSeconds(30);

    /// After so long without a word of a leg that we rang, Twilio is asked what became of it.
    static final Duration FOR_WORD = Duration.ofSeconds(20);

    private static final Duration UNTIL_FOUND = Duration.ofSeconds(5);

    private Dialing() {}

    static Decision begin(Placed placed, Instant now) {
        Call call = new Call(
                placed.callId(),
                placed.workspaceId(),
                Direction.OUTBOUND,
                placed.via(),
                placed.parties(),
                placed.terms(),
                Stage.AWAITING_AGENT,
                CallStatus.QUEUED,
                Offer.NONE,
                new Claim(placed.memberId(), placed.memberName(), 0, null),
                new Room("call-" + placed.callId(), null),
                new Times(now, null, null, null),
                null);
        Draft draft = new Draft(new CallState(call, List.of()), now);
        draft.keep(Leg.planned(
                placed.customerLegId(), LegKind.CUSTOMER, null, placed.parties().to(), now));
        if (placed.agentLegId() != null && placed.agentAddress() != null) {
            ring(draft, Leg.planned(placed.agentLegId(), LegKind.AGENT, placed.memberId(), placed.agentAddress(), now));
        }
        draft.act(new Act.Later(new AgentDue(0), now.plus(FOR_AGENT)));
        draft.act(new Act.Updated());
        return draft.decision();
    }

    /// Rings a leg, unless it has been rung.
    private static void ring(Draft draft, Leg leg) {
        if (leg.dial() == Dial.WANTED) {
            draft.keep(leg.dialed(Dial.STARTED));
            draft.act(new Act.Ring(leg.id()));
            draft.act(new Act.Later(new DialDue(leg.id()), draft.now().plus(FOR_WORD)));
        }
    }

    /// The member is in the conference.
    static void agentIsThere(Draft draft) {
        draft.call(call -> call.at(Stage.DIALING));
        draft.customer().ifPresent(leg -> ring(draft, leg));
    }

    static void agentDue(Draft draft, int epoch) {
        boolean tooLate = !draft.now().isBefore(draft.call().times().created().plus(FOR_AGENT));
        boolean coming = draft.agents().anyMatch(Leg::mayBeAlive);
        if (coming) {
            draft.act(new Act.AskRoom(epoch));
        } else if (tooLate) {
            draft.end(Outcome.FAILED, EndReason.AGENT_NEVER_CAME);
        }
    }

    /// Twilio has said that the member is not in the conference.
    static void agentIsNotThere(Draft draft, int epoch) {
        boolean tooLate = !draft.now().isBefore(draft.call().times().created().plus(FOR_AGENT));
        boolean rings = draft.agents().anyMatch(leg -> leg.dial() != Dial.NONE && !leg.isOver());
        if (tooLate && !rings) {
            draft.end(Outcome.FAILED, EndReason.AGENT_NEVER_CAME);
        } else {
            draft.act(new Act.Later(new AgentDue(epoch), draft.now().plus(Claims.TO_ENTER)));
        }
    }

    /// A leg that we rang is picked up, and Twilio asks what now.
    static void answered(Draft draft, LegAnswered answered) {
        Leg leg = draft.leg(answered.legId())
                .map(rung -> rung.known(answered.sid()).moved(LegStatus.IN_PROGRESS, draft.now()))
                .orElse(null);
        if (leg == null || draft.call().isOver() || leg.isOver()) {
            draft.reply(new Say(Sentence.CALL_IS_OVER));
            return;
        }
        draft.keep(leg);
        if (leg.kind() == LegKind.CUSTOMER && draft.stage() == Stage.DIALING) {
            draft.call(call -> call.answered(draft.now()));
        } else if (leg.kind() == LegKind.AGENT && draft.stage() == Stage.AWAITING_AGENT) {
            draft.act(new Act.Later(new AgentDue(leg.epoch()), draft.now().plus(Claims.TO_ENTER)));
        }
        draft.reply(Callers.room(draft, leg));
    }

    static void dialed(Draft draft, Dialed dialed) {
        draft.leg(dialed.legId()).ifPresent(leg -> {
            Leg known = leg.known(dialed.sid());
            draft.keep(known);
            endIfTooLate(draft, leg, known);
        });
    }

    /// The call was over before Twilio told us the SID by which this leg can be ended.
    static void endIfTooLate(Draft draft, Leg before, Leg known) {
        if (before.sid() == null
                && known.sid() != null
                && !known.isOver()
                && draft.call().isOver()) {
            draft.keep(known.askedToEnd());
            draft.act(new Act.EndLeg(known.id(), false));
        }
    }

    static void refused(Draft draft, DialRefused refused) {
        draft.leg(refused.legId())
                .filter(leg -> leg.sid() == null && leg.dial().inTheAir())
                .ifPresent(leg -> {
                    Leg failed = leg.dialed(Dial.REFUSED)
                            .moved(LegStatus.FAILED, draft.now())
                            .reported(-1, null, null, refused.code());
                    draft.keep(failed);
                    LegMoves.over(draft, failed);
                });
    }

    static void unclear(Draft draft, UUID legId) {
        draft.leg(legId)
                .filter(leg -> leg.sid() == null && leg.dial().inTheAir())
                .ifPresent(leg -> {
                    draft.keep(leg.dialed(Dial.UNCLEAR));
                    draft.act(new Act.Later(new DialDue(legId), draft.now().plus(UNTIL_FOUND)));
                });
    }

    static void due(Draft draft, UUID legId) {
        draft.leg(legId)
                .filter(leg -> leg.sid() == null && leg.dial().inTheAir())
                .ifPresent(leg -> draft.act(new Act.Find(legId)));
    }

    /// The customer's leg came to an end before anybody spoke.
    static void customerCannotBeReached(Draft draft, Leg customer) {
        Ending ending = switch (customer.status()) {
            case BUSY -> new Ending(Outcome.MISSED, EndReason.LINE_BUSY, customer.errorCode());
            case NO_ANSWER -> new Ending(Outcome.MISSED, EndReason.NO_ANSWER, customer.errorCode());
            case CANCELED -> new Ending(Outcome.ABANDONED, EndReason.AGENT_LEFT, null);
            case COMPLETED -> new Ending(Outcome.ANSWERED, EndReason.CUSTOMER_LEFT, null);
            default -> new Ending(Outcome.FAILED, EndReason.CANNOT_BE_REACHED, customer.errorCode());
        };
        boolean told = ending.outcome() == Outcome.MISSED || ending.outcome() == Outcome.FAILED;
        List<Leg> listening = draft.agents().filter(leg -> told && leg.inRoom()).toList();
        draft.end(ending, Set.copyOf(listening.stream().map(Leg::id).toList()));
        listening.forEach(leg -> draft.act(new Act.TurnLeg(leg.id(), CallEvent.Turn.TOLD)));
    }

    /// Why the customer can not be reached, for the member on the line.
    static Sentence sentence(Call call) {
        if (call.ending() == null) {
            return Sentence.CALL_IS_OVER;
        }
        return switch (call.ending().reason()) {
            case LINE_BUSY -> Sentence.LINE_BUSY;
            case NO_ANSWER -> Sentence.NO_ANSWER;
            case CANNOT_BE_REACHED -> Sentence.CANNOT_BE_REACHED;
            default -> Sentence.CALL_IS_OVER;
        };
    }
}
