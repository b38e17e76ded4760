package org.patchbay.calls.machine;

import java.time.Duration;
import java.util.UUID;
import org.patchbay.calls.machine.CallEvent.DialRefused;
import org.patchbay.calls.machine.CallEvent.Dialed;
import org.patchbay.calls.machine.CallEvent.LegAnswered;

/// We ring a leg: once, for Twilio's answer may be lost where its call is not. A callback may know the SID before
/// the answer does, and the call may be over before either.
final class Ringing {

    /// After so long without a word of a leg that we rang, Twilio is asked what became of it.
    static final Duration FOR_WORD = Duration.ofSeconds(20);

    private static final Duration UNTIL_FOUND = Duration.ofSeconds(5);

    private Ringing() {}

    /// Rings a leg, unless it has been rung.
    static void ring(Draft draft, Leg leg) {
        if (leg.dial() == Dial.WANTED) {
            draft.keep(leg.dialed(Dial.STARTED));
            draft.act(new Act.Ring(leg.id()));
            draft.lookAfter(leg, FOR_WORD);
        }
    }

    /// A leg that we rang is picked up, and Twilio asks what now.
    static void answered(Draft draft, LegAnswered answered) {
        Leg before = draft.leg(answered.legId()).orElse(null);
        if (before == null) {
            draft.reply(new Reply.Over());
            return;
        }
        Leg leg = before.known(answered.sid()).moved(LegStatus.IN_PROGRESS, draft.now());
        draft.keep(leg);
        if (draft.call().isOver() || leg.isOver()) {
            endIfUnwanted(draft, before, leg);
            draft.reply(new Reply.Over());
            return;
        }
        if (leg.kind() == LegKind.CUSTOMER && draft.stage() == Stage.DIALING) {
            draft.call(call -> call.answered(draft.now()));
        } else if (leg.kind() == LegKind.AGENT && draft.stage() == Stage.AWAITING_AGENT) {
            Dialing.agentDueAt(draft, draft.now().plus(Claims.TO_ENTER));
        }
        draft.reply(Callers.room(draft, leg));
    }

    static void dialed(Draft draft, Dialed dialed) {
        draft.leg(dialed.legId()).ifPresent(leg -> {
            draft.keep(leg.known(dialed.sid()));
            endIfUnwanted(draft, leg, leg.known(dialed.sid()));
        });
    }

    /// The SID by which a leg can be ended is known at last, but the call is over, or the leg was given up.
    static void endIfUnwanted(Draft draft, Leg before, Leg known) {
        if (before.sid() == null && (draft.call().isOver() || before.isOver())) {
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
                    draft.lookAfter(leg, UNTIL_FOUND);
                });
    }
}
