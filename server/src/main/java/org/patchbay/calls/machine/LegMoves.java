package org.patchbay.calls.machine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.machine.Call.Ending;
import org.patchbay.calls.machine.CallEvent.LegReported;

/// Legs go on and come to an end, and calls with them.
final class LegMoves {

    private LegMoves() {}

    static void reported(Draft draft, LegReported reported) {
        Optional<Leg> found =
                draft.legOf(reported.sid()).or(() -> draft.leg(reported.legId()).filter(leg -> leg.sid() == null));
        boolean wasOver = draft.call().isOver();
        found.ifPresent(leg -> {
            draft.since(reported.since());
            Leg next = answered(draft, leg.known(reported.sid()), reported)
                    .moved(reported.status(), since(draft, leg, reported))
                    .reported(reported.sequence(), reported.durationSeconds(), reported.sipCode(), null);
            draft.keep(next);
            if (next.kind() == LegKind.THIRD_PARTY && wasAnswered(next)) {
                Forwards.answered(draft, next);
            }
            if (next.isOver() && !leg.isOver()) {
                over(draft, next);
            } else if (!reported.status().isOver() && draft.call().isOver() == wasOver) {
                Ringing.endIfUnwanted(draft, leg, next);
            }
        });
    }

    /// That somebody who called us is on the line may be found out much later than it became so.
    private static Instant since(Draft draft, Leg leg, LegReported reported) {
        boolean begins = reported.status() == LegStatus.IN_PROGRESS && leg.calledUs();
        return begins ? leg.times().created() : draft.since();
    }

    /// Of what is read when it is over, it may not be known when it was answered: so long before its end.
    private static Leg answered(Draft draft, Leg leg, LegReported reported) {
        boolean unheard = reported.since() != null && reported.status() == LegStatus.COMPLETED;
        Integer seconds = reported.durationSeconds();
        return unheard && seconds != null
                ? leg.moved(LegStatus.IN_PROGRESS, draft.since().minusSeconds(seconds))
                : leg;
    }

    /// Only what has been answered can be completed; the answer itself may not have been heard of.
    private static boolean wasAnswered(Leg leg) {
        return leg.status() == LegStatus.IN_PROGRESS || leg.status() == LegStatus.COMPLETED;
    }

    /// A leg should have been heard of by now. Twilio is asked what has become of whoever is waited for, again
    /// and again; whoever should be gone is ended.
    static void due(Draft draft, UUID legId) {
        draft.leg(legId).filter(Leg::isOver).ifPresent(leg -> Forwards.callerIsGone(draft, leg));
        draft.leg(legId).filter(Leg::mayBeAlive).ifPresent(leg -> {
            if (leg.sid() != null && draft.call().isOver()) {
                draft.endLeg(leg, false);
            } else if (leg.sid() == null || draft.stage() != Stage.TALKING) {
                draft.act(new Act.Find(legId));
                draft.lookAfter(leg, leg.sid() == null ? Ringing.FOR_WORD : Offers.SENT_ON);
            }
        });
    }

    /// Twilio knows nothing of it, nor when it went.
    static void gone(Draft draft, UUID legId) {
        draft.since(draft.call().times().ended());
        draft.leg(legId).filter(leg -> !leg.isOver()).ifPresent(leg -> {
            boolean rung = leg.sid() == null && leg.dial() != Dial.NONE;
            LegStatus end = rung ? LegStatus.FAILED : LegStatus.CANCELED;
            Leg lost = leg.moved(end, draft.now());
            draft.keep(lost);
            over(draft, lost);
        });
    }

    static void over(Draft draft, Leg leg) {
        switch (leg.kind()) {
            case CUSTOMER -> customerOver(draft, leg);
            case AGENT -> agentOver(draft, leg);
            case THIRD_PARTY -> phoneOver(draft);
        }
    }

    private static void customerOver(Draft draft, Leg leg) {
        switch (draft.stage()) {
            case OFFERED -> draft.end(Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
            case CLAIMED -> Claims.callerLeft(draft);
            case FORWARDED, UNANSWERED -> Forwards.callerLeft(draft, leg);
            case TALKING -> draft.end(Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
            case AWAITING_AGENT, DIALING -> Dialing.customerCannotBeReached(draft, leg);
            case ENDED -> {}
        }
    }

    private static void agentOver(Draft draft, Leg leg) {
        if (!draft.isLastAgent(leg)) {
            return;
        }
        switch (draft.stage()) {
            case CLAIMED -> Claims.legOver(draft, leg);
            case AWAITING_AGENT -> {
                boolean hungUp = leg.times().answered() != null || leg.dial() == Dial.NONE;
                Ending ending = hungUp
                        ? new Ending(Outcome.ABANDONED, EndReason.AGENT_LEFT, null)
                        : new Ending(Outcome.FAILED, Dialing.reason(leg, EndReason.AGENT_NEVER_CAME), leg.errorCode());
                draft.end(ending, Set.of());
            }
            case DIALING -> draft.end(Outcome.ABANDONED, EndReason.AGENT_LEFT);
            case TALKING -> Returns.left(draft, leg);
            case OFFERED, UNANSWERED, FORWARDED, ENDED -> {}
        }
    }

    /// Before anybody spoke, Twilio asks by itself what is to be done with a caller who is still there.
    private static void phoneOver(Draft draft) {
        if (draft.stage() == Stage.TALKING) {
            draft.end(Outcome.ANSWERED, EndReason.AGENT_LEFT);
        } else {
            draft.customer().filter(Leg::isOver).ifPresent(caller -> Forwards.callerIsGone(draft, caller));
        }
    }

    /// A member ends the call.
    static void hangUp(Draft draft) {
        draft.reply(new Reply.Done());
        switch (draft.stage()) {
            case OFFERED, CLAIMED, UNANSWERED, FORWARDED -> draft.end(Outcome.MISSED, EndReason.HUNG_UP);
            case AWAITING_AGENT, DIALING -> draft.end(Outcome.ABANDONED, EndReason.HUNG_UP);
            case TALKING -> draft.end(Outcome.ANSWERED, EndReason.HUNG_UP);
            case ENDED -> {}
        }
    }
}
