package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.machine.Call.Ending;
import org.patchbay.calls.machine.Call.Offer;
import org.patchbay.calls.machine.CallEvent.Candidates;
import org.patchbay.calls.machine.CallEvent.Decline;
import org.patchbay.calls.machine.CallEvent.RingingOver;

/// A call rings on desks until somebody takes it or nobody will.
final class Offers {

    /// After so long without a word of a caller who has been sent on, Twilio is asked whether they are there.
    static final Duration SENT_ON = Duration.ofSeconds(60);

    private Offers() {}

    static void begin(Draft draft, Set<UUID> members) {
        Instant until = draft.now().plus(draft.call().terms().ring());
        draft.call(call -> call.rung(new Offer(members, Set.of(), draft.now(), until)));
        if (!members.isEmpty()) {
            draft.act(new Act.Offer(members));
        }
        draft.act(new Act.Later(new RingingOver(), until));
    }

    /// Whoever took it did not come: it rings again, for what is left of its time.
    static void again(Draft draft) {
        Instant until = draft.call().offer().until();
        if (until != null && draft.now().isBefore(until)) {
            draft.call(call -> call.at(Stage.OFFERED).claimed(call.claim().ofNobody()));
            draft.act(new Act.Offer(draft.call().offer().open()));
        } else {
            nobodyTakesIt(draft, EndReason.NOBODY_ANSWERED);
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

    /// A member does not want the call: not now, and not should it ring again.
    static void decline(Draft draft, Decline decline) {
        draft.reply(new Reply.Done());
        UUID memberId = decline.memberId();
        boolean rings = draft.stage() == Stage.OFFERED || draft.stage() == Stage.CLAIMED;
        boolean has = draft.call().claim().isOf(memberId);
        if (rings && !has && draft.call().offer().isOpenTo(memberId)) {
            draft.call(call -> call.offered(call.offer().declinedBy(memberId)));
            agentsChanged(draft, decline.candidates());
        }
    }

    /// Somebody has become free, or the last one who might have has gone.
    static void agentsChanged(Draft draft, Candidates candidates) {
        if (draft.stage() != Stage.OFFERED) {
            return;
        }
        Offer offer = draft.call().offer();
        Set<UUID> added = Sets.without(candidates.free(), offer.to());
        if (!added.isEmpty()) {
            draft.call(call -> call.offered(offer.toAlso(added)));
            draft.act(new Act.Offer(added));
        } else if (offer.isHopeless(candidates)) {
            boolean rang = !offer.to().isEmpty();
            nobodyTakesIt(draft, rang ? EndReason.EVERYBODY_DECLINED : EndReason.NOBODY_AVAILABLE);
        }
    }

    /// Nobody will take it: the caller is sent on to what the number has for that.
    private static void nobodyTakesIt(Draft draft, EndReason reason) {
        unanswered(draft, reason);
        draft.customer().ifPresent(leg -> draft.act(new Act.TurnLeg(leg.id(), CallEvent.Turn.UNANSWERED)));
    }

    static void unanswered(Draft draft, EndReason reason) {
        draft.call(call -> call.at(Stage.UNANSWERED)
                .claimed(call.claim().ofNobody())
                .bound(new Ending(Outcome.MISSED, reason, null)));
        draft.customer().ifPresent(leg -> draft.lookAfter(leg, SENT_ON));
    }
}
