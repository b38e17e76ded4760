package org.patchbay.calls.machine;

import org.patchbay.calls.machine.Call.Claim;
import org.patchbay.calls.machine.CallEvent.RoomEnded;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallEvent.RoomLeft;
import org.patchbay.calls.machine.CallEvent.RoomSeen;

/// Legs come to the conference and leave it.
final class Rooms {

    private Rooms() {}

    static void heardOf(Draft draft, String conferenceSid) {
        draft.call(call -> call.inRoom(conferenceSid));
    }

    static void joined(Draft draft, RoomJoined joined) {
        heardOf(draft, joined.conferenceSid());
        draft.legOf(joined.sid()).ifPresent(leg -> isThere(draft, leg));
        settle(draft);
    }

    /// News of a coming that arrives after the leg's end is old.
    private static void isThere(Draft draft, Leg leg) {
        if (leg.isOver()) {
            return;
        }
        draft.keep(leg.moved(LegStatus.IN_PROGRESS, draft.now()).inRoom(true));
        if (draft.call().isOver()) {
            draft.leg(leg.id()).ifPresent(there -> draft.endLeg(there, false));
        }
    }

    /// What follows from who is there.
    private static void settle(Draft draft) {
        boolean agent = draft.agents().anyMatch(Leg::inRoom);
        boolean customer = draft.customer().filter(leg -> !leg.isOver()).isPresent();
        switch (draft.stage()) {
            case CLAIMED -> {
                if (agent && customer) {
                    draft.call(call -> call.answered(draft.now()));
                }
            }
            case OFFERED -> {
                if (agent && customer) {
                    cameAfterAll(draft);
                }
            }
            case AWAITING_AGENT -> {
                if (agent) {
                    Dialing.agentIsThere(draft);
                }
            }
            case DIALING -> {
                if (draft.customer().filter(Leg::inRoom).isPresent()) {
                    draft.call(call -> call.answered(draft.now()));
                }
            }
            case UNANSWERED, FORWARDED, TALKING, ENDED -> {}
        }
        sendAwayTheLate(draft);
    }

    /// The member's lease was over, but they are speaking with the customer, and nobody else has taken it.
    private static void cameAfterAll(Draft draft) {
        draft.agents().filter(Leg::inRoom).findFirst().ifPresent(leg -> {
            Claim claim = draft.call().claim();
            draft.call(call -> call.answered(draft.now())
                    .claimed(new Claim(leg.memberId(), claim.memberName(), claim.epoch(), null)));
            draft.act(new Act.Claimed());
        });
    }

    /// Whoever came by an older claim leaves, and the conference goes on.
    private static void sendAwayTheLate(Draft draft) {
        if (!draft.call().isOver()) {
            draft.of(LegKind.AGENT)
                    .filter(leg -> leg.epoch() < draft.call().claim().epoch())
                    .forEach(leg -> draft.endLeg(leg, true));
        }
    }

    static void left(Draft draft, RoomLeft left) {
        heardOf(draft, left.conferenceSid());
        draft.legOf(left.sid()).filter(Leg::inRoom).ifPresent(leg -> {
            draft.keep(leg.inRoom(false));
            hasLeft(draft, leg);
        });
    }

    /// Who leaves while both speak ends the call. A caller who leaves while it rings has hung up; where we
    /// have sent them elsewhere ourselves, it does not ring any more.
    private static void hasLeft(Draft draft, Leg leg) {
        boolean current = leg.epoch() == draft.call().claim().epoch();
        switch (draft.stage()) {
            case OFFERED, CLAIMED -> {
                if (leg.kind() == LegKind.CUSTOMER) {
                    draft.end(Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
                }
            }
            case TALKING -> {
                if (leg.kind() == LegKind.CUSTOMER) {
                    draft.end(Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
                } else if (current && draft.agents().noneMatch(Leg::inRoom)) {
                    draft.end(Outcome.ANSWERED, EndReason.AGENT_LEFT);
                }
            }
            case DIALING -> {
                if (leg.kind() == LegKind.AGENT && current) {
                    draft.end(Outcome.ABANDONED, EndReason.AGENT_LEFT);
                }
            }
            case AWAITING_AGENT, UNANSWERED, FORWARDED, ENDED -> {}
        }
    }

    static void ended(Draft draft, RoomEnded ended) {
        String known = draft.call().room().sid();
        if (known != null && !known.equals(ended.conferenceSid())) {
            return;
        }
        heardOf(draft, ended.conferenceSid());
        draft.legs().filter(Leg::inRoom).forEach(leg -> draft.keep(leg.inRoom(false)));
        switch (draft.stage()) {
            case OFFERED, CLAIMED -> draft.end(Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
            case AWAITING_AGENT, DIALING -> draft.end(Outcome.ABANDONED, EndReason.AGENT_LEFT);
            case TALKING -> draft.end(Outcome.ANSWERED, EndReason.ROOM_ENDED);
            case UNANSWERED, FORWARDED, ENDED -> {}
        }
    }

    static void seen(Draft draft, RoomSeen seen) {
        draft.legs()
                .filter(leg -> leg.sid() != null && seen.sids().contains(leg.sid()))
                .forEach(leg -> isThere(draft, leg));
        settle(draft);
        boolean asked = draft.call().claim().epoch() == seen.epoch();
        if (asked && draft.stage() == Stage.CLAIMED) {
            Claims.lapse(draft);
        } else if (asked && draft.stage() == Stage.AWAITING_AGENT) {
            Dialing.agentIsNotThere(draft, seen.epoch());
        }
    }
}
