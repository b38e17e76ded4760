package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import org.patchbay.calls.machine.Call.Claim;
import org.patchbay.calls.machine.CallEvent.Accept;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.Reply.Say;
import org.patchbay.calls.machine.Reply.Sentence;

/// One member takes a call, and has to come.
final class Claims {

    /// So long a member who took a call has until their leg is there.
    static final Duration LEASE = Duration.ofSeconds(10);

    /// So long a member's leg may take from Twilio's question into the conference, until Twilio is asked.
    static final Duration TO_ENTER = Duration.ofSeconds(3);

    /// So long Twilio's news of the member's coming may be behind the news that the caller has gone.
    static final Duration FOR_NEWS = Duration.ofSeconds(5);

    /// So long Twilio's news that a member has left the conference may be behind the news of their leg's end.
    static final Duration FOR_LEAVING = Duration.ofSeconds(2);

    private Claims() {}

    static void accept(Draft draft, Accept accept) {
        Call call = draft.call();
        Claim claim = call.claim();
        switch (call.stage()) {
            case OFFERED -> {
                if (call.offer().isOpenTo(accept.memberId())) {
                    take(draft, accept);
                } else {
                    draft.reply(new Reply.NotOffered());
                }
            }
            case CLAIMED, TALKING -> {
                if (claim.isOf(accept.memberId())) {
                    draft.reply(new Reply.Yours(claim.epoch(), Callers.roomName(call)));
                } else if (claim.memberId() == null) {
                    draft.reply(new Reply.TooLate());
                } else {
                    draft.reply(new Reply.Taken(claim.memberId(), claim.memberName()));
                }
            }
            case UNANSWERED, FORWARDED, AWAITING_AGENT, DIALING, ENDED -> draft.reply(new Reply.TooLate());
        }
    }

    private static void take(Draft draft, Accept accept) {
        int epoch = draft.call().claim().epoch() + 1;
        draft.call(call -> call.at(Stage.CLAIMED)
                .offered(call.offer().wantedBy(accept.memberId()))
                .claimed(new Claim(accept.memberId(), accept.memberName(), epoch, null)));
        draft.act(new Act.Claimed());
        Lease.begin(draft, LEASE);
        draft.reply(new Reply.Yours(epoch, Callers.roomName(draft.call())));
    }

    /// A member's browser calls in.
    static void came(Draft draft, AgentCame came) {
        if (draft.legOf(came.sid()).isPresent()) {
            draft.legOf(came.sid()).ifPresent(leg -> draft.reply(again(draft, leg)));
        } else if (mayEnter(draft, came)) {
            int epoch = draft.call().claim().epoch();
            draft.agents().forEach(former -> draft.endLeg(former, true));
            Leg leg = Leg.arrived(
                    came.legId(), LegKind.AGENT, came.memberId(), came.address(), came.sid(), epoch, draft.now());
            draft.keep(leg);
            draft.reply(Callers.room(draft, leg));
            if (draft.stage() == Stage.AWAITING_AGENT) {
                Lease.askAgainAt(draft, draft.now().plus(TO_ENTER));
            }
        } else {
            boolean over = draft.call().isOver() || callerIsGone(draft);
            draft.reply(new Say(over ? Sentence.CALL_IS_OVER : Sentence.NOT_YOUR_CALL));
        }
    }

    private static Reply again(Draft draft, Leg leg) {
        boolean over = draft.call().isOver() || leg.isOver() || leg.ending();
        return over ? new Say(Sentence.CALL_IS_OVER) : Callers.room(draft, leg);
    }

    /// Only the member who has the call, only while their leg is expected or to come back, and only by the claim
    /// that holds.
    private static boolean mayEnter(Draft draft, AgentCame came) {
        Call call = draft.call();
        Claim claim = call.claim();
        boolean expected =
                call.stage() == Stage.CLAIMED || (call.stage() == Stage.AWAITING_AGENT && call.via() == Via.BROWSER);
        boolean current = came.epoch() == null || came.epoch() == claim.epoch();
        boolean nobodyThere = draft.agents().noneMatch(Leg::inRoom);
        boolean mayCome = (expected && nobodyThere && !callerIsGone(draft)) || Returns.mayComeBack(draft, came);
        return mayCome && current && claim.isOf(came.memberId());
    }

    /// The member should be there by now. Before anybody loses a call, Twilio is asked who is in it: the news
    /// of their coming may have been lost.
    static void due(Draft draft, int epoch) {
        if (draft.call().claim().epoch() != epoch) {
            return;
        }
        if (draft.stage() == Stage.CLAIMED) {
            if (!Lease.isOver(draft)) {
                Lease.await(draft);
            } else if (callerIsGone(draft) || memberIsGone(draft)) {
                lapse(draft);
            } else {
                draft.act(new Act.AskRoom(epoch));
                Lease.askAgainAt(draft, draft.now().plus(LEASE));
            }
        } else if (draft.stage() == Stage.AWAITING_AGENT) {
            Dialing.agentDue(draft);
        } else if (draft.stage() == Stage.TALKING) {
            Returns.due(draft);
        }
    }

    /// Twilio has said that the member is not in the conference.
    static void isNotThere(Draft draft) {
        if (Lease.isOver(draft)) {
            lapse(draft);
        } else {
            Lease.await(draft);
        }
    }

    /// The member's leg has gone before anybody heard that it was there. One that was answered may have been, and that
    /// it has left may be heard next.
    static void legOver(Draft draft, Leg leg) {
        if (callerIsGone(draft)) {
            return;
        }
        if (leg.status() == LegStatus.COMPLETED) {
            Lease.begin(draft, FOR_LEAVING);
        } else {
            lapse(draft);
        }
    }

    /// The member did not come, or has gone before they were there.
    private static void lapse(Draft draft) {
        if (callerIsGone(draft)) {
            draft.endWhenCallerLeft(Outcome.ABANDONED);
        } else {
            draft.agents().forEach(leg -> draft.endLeg(leg, true));
            Offers.again(draft);
        }
    }

    /// The caller has gone, and nobody has heard that the member had come. Of a leg that was let in, that news may
    /// be on its way behind this: the two may have spoken.
    static void callerLeft(Draft draft) {
        if (draft.agents().findAny().isPresent()) {
            Lease.begin(draft, FOR_NEWS);
        } else {
            draft.end(Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        }
    }

    /// The member is in the conference. They speak from when the caller is there too, of whom it may have been heard
    /// first.
    ///
    /// @param came when they came
    static void isThere(Draft draft, Instant came) {
        Instant since = draft.customer()
                .filter(Leg::wasInRoom)
                .map(caller -> caller.times().answered())
                .filter(came::isBefore)
                .orElse(came);
        Instant left = draft.customer().map(caller -> caller.times().ended()).orElse(null);
        if (left == null) {
            draft.call(call -> call.answered(since));
            if (draft.agents().noneMatch(Leg::inRoom)) {
                Lease.begin(draft, Returns.GRACE);
            }
        } else if (came.isAfter(left)) {
            lapse(draft);
        } else {
            draft.call(call -> call.answered(since));
            draft.endWhenCallerLeft(Outcome.ANSWERED);
        }
    }

    private static boolean memberIsGone(Draft draft) {
        return draft.agents().findAny().isPresent() && draft.agents().allMatch(Leg::isOver);
    }

    private static boolean callerIsGone(Draft draft) {
        return draft.call().direction() == Direction.INBOUND
                && draft.customer()
                        .filter(caller -> caller.isOver() || (caller.wasInRoom() && !caller.inRoom()))
                        .isPresent();
    }
}
