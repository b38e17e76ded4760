package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.patchbay.calls.machine.Call.Claim;
import org.patchbay.calls.machine.Call.Ending;
import org.patchbay.calls.machine.Call.Offer;
import org.patchbay.calls.machine.Call.Room;
import org.patchbay.calls.machine.Call.Times;
import org.patchbay.calls.machine.CallEvent.AgentDue;
import org.patchbay.calls.machine.CallEvent.Placed;
import org.patchbay.calls.machine.Reply.Sentence;

/// A member calls: first their own leg, then, once it is in the conference, the customer's.
final class Dialing {

    /// So long a member's own leg has.
    static final Duration FOR_AGENT = Duration.ofSeconds(30);

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
            Ringing.ring(
                    draft,
                    Leg.planned(placed.agentLegId(), LegKind.AGENT, placed.memberId(), placed.agentAddress(), now));
        }
        agentDueAt(draft, now.plus(FOR_AGENT));
        draft.act(new Act.Updated());
        return draft.decision();
    }

    /// The member is in the conference.
    static void agentIsThere(Draft draft) {
        draft.call(call -> call.at(Stage.DIALING));
        draft.customer().ifPresent(leg -> Ringing.ring(draft, leg));
    }

    /// The member should be there by now. While their phone rings, that has its own timer.
    static void agentDue(Draft draft) {
        boolean rings = draft.agents().anyMatch(Leg::rings);
        boolean coming = draft.agents().anyMatch(Leg::mayBeAlive);
        if (rings) {
            agentDueAt(draft, draft.now().plus(FOR_AGENT));
        } else if (coming) {
            draft.act(new Act.AskRoom(draft.call().claim().epoch()));
            agentDueAt(draft, draft.now().plus(Claims.TO_ENTER));
        } else if (isTooLate(draft)) {
            draft.end(Outcome.FAILED, EndReason.AGENT_NEVER_CAME);
        } else {
            agentDueAt(draft, patience(draft));
        }
    }

    /// Twilio has said that the member is not in the conference. A timer asks again.
    static void agentIsNotThere(Draft draft) {
        if (isTooLate(draft) && draft.agents().noneMatch(Leg::rings)) {
            draft.end(Outcome.FAILED, EndReason.AGENT_NEVER_CAME);
        }
    }

    static void agentDueAt(Draft draft, Instant at) {
        draft.act(new Act.Later(new AgentDue(draft.call().claim().epoch()), at));
    }

    private static boolean isTooLate(Draft draft) {
        return !draft.now().isBefore(patience(draft));
    }

    /// Until when the member has time: from the click, from when their browser came, from when they picked up.
    private static Instant patience(Draft draft) {
        return Stream.concat(
                        Stream.of(draft.call().times().created()),
                        draft.agents()
                                .map(Leg::times)
                                .map(times -> times.answered() == null ? times.created() : times.answered()))
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(FOR_AGENT);
    }

    /// The customer's leg came to an end before anybody spoke.
    static void customerCannotBeReached(Draft draft, Leg customer) {
        Ending ending = switch (customer.status()) {
            case BUSY -> new Ending(Outcome.MISSED, EndReason.LINE_BUSY, customer.errorCode());
            case NO_ANSWER -> new Ending(Outcome.MISSED, EndReason.NO_ANSWER, customer.errorCode());
            case CANCELED -> new Ending(Outcome.FAILED, EndReason.LOST, customer.errorCode());
            case COMPLETED -> new Ending(Outcome.ANSWERED, EndReason.CUSTOMER_LEFT, null);
            default -> new Ending(Outcome.FAILED, reason(customer, EndReason.CANNOT_BE_REACHED), customer.errorCode());
        };
        boolean told = ending.outcome() == Outcome.MISSED || ending.outcome() == Outcome.FAILED;
        List<Leg> listening = draft.agents().filter(leg -> told && leg.inRoom()).toList();
        draft.end(ending, Set.copyOf(listening.stream().map(Leg::id).toList()));
        listening.forEach(leg -> draft.act(new Act.TurnLeg(leg.id(), CallEvent.Turn.TOLD)));
    }

    /// Of a number nothing is known that Twilio has not even tried.
    static EndReason reason(Leg leg, EndReason otherwise) {
        return leg.wasNotTried() ? EndReason.NOT_DIALED : otherwise;
    }

    /// Why the customer can not be reached, for the member on the line.
    static Sentence sentence(Call call) {
        if (call.ending() == null) {
            return Sentence.CALL_IS_OVER;
        }
        return switch (call.ending().reason()) {
            case LINE_BUSY -> Sentence.LINE_BUSY;
            case NO_ANSWER -> Sentence.NO_ANSWER;
            case CANNOT_BE_REACHED, LOST -> Sentence.CANNOT_BE_REACHED;
            case NOT_DIALED -> Sentence.NOT_DIALED;
            default -> Sentence.CALL_IS_OVER;
        };
    }
}
