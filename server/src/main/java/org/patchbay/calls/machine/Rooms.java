package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.CallEvent.RoomEnded;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallEvent.RoomLeft;
import org.patchbay.calls.machine.CallEvent.RoomSeen;
import org.patchbay.calls.machine.CallEvent.RoomStarted;

/// Legs come to the conference and leave it.
final class Rooms {

    private static final Set<EndReason> MERELY_LEFT =
            Set.of(EndReason.CUSTOMER_LEFT, EndReason.AGENT_LEFT, EndReason.ROOM_ENDED);

    /// What a customer is told first lasts no longer; news that is later than that tells of something else.
    private static final Duration FOR_A_NOTICE = Duration.ofSeconds(30);

    private Rooms() {}

    static void heardOf(Draft draft, String conferenceSid) {
        boolean late = draft.call().isOver() && draft.call().room().sid() != null;
        if (!late) {
            draft.call(call -> call.inRoom(conferenceSid));
        }
    }

    /// A conference starts when a second one comes, which is news where their own coming was not heard of: the caller
    /// and whoever has taken the call, if nobody else can be there.
    ///
    /// Source: [Conference](https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallbackEvent).
    static void started(Draft draft, RoomStarted started) {
        heardOf(draft, started.conferenceSid());
        List<Leg> agents = draft.of(LegKind.AGENT).toList();
        boolean two = agents.size() == 1 && mayHaveStarted(draft, agents.getFirst());
        if (two && draft.stage() == Stage.CLAIMED) {
            Stream.concat(draft.customer().stream(), agents.stream())
                    .forEach(leg -> isThere(draft, leg, draft.since()));
            settle(draft, draft.since());
        } else if (two && draft.stage() == Stage.TALKING) {
            draft.customer().filter(leg -> !leg.wasInRoom()).ifPresent(leg -> {
                isThere(draft, leg, draft.since());
                customerCame(draft);
            });
        }
    }

    /// Twilio's times are whole seconds.
    private static boolean mayHaveStarted(Draft draft, Leg agent) {
        Instant next = draft.since().plusSeconds(1);
        return agent.epoch() == draft.call().claim().epoch()
                && next.isAfter(agent.times().created());
    }

    static void joined(Draft draft, RoomJoined joined) {
        heardOf(draft, joined.conferenceSid());
        draft.legOf(joined.sid()).ifPresent(leg -> {
            isThere(draft, leg, draft.since());
            if (leg.kind() == LegKind.CUSTOMER && !leg.wasInRoom()) {
                customerCame(draft);
            }
        });
        settle(draft, draft.since());
    }

    /// A member may be there first, for the customer is told before that the call is recorded: they speak from when
    /// both are there.
    private static void customerCame(Draft draft) {
        Instant answered = draft.call().times().answered();
        if (draft.stage() != Stage.TALKING || answered == null || draft.phone().isPresent()) {
            return;
        }
        if (draft.since().isAfter(answered) && draft.since().isBefore(answered.plus(FOR_A_NOTICE))) {
            draft.call(call -> call.answered(draft.since()));
            draft.act(new Act.Updated());
        }
    }

    /// News of a coming that arrives after the leg's end is old: it has been there.
    private static void isThere(Draft draft, Leg leg, Instant since) {
        draft.keep(
                leg.isOver()
                        ? leg.inRoom(true).inRoom(false)
                        : leg.moved(LegStatus.IN_PROGRESS, since).inRoom(true));
    }

    /// About when somebody came of whose coming nobody has heard: when their leg was answered. Who calls us is
    /// answered at once.
    private static Instant unheard(Leg leg, Instant now) {
        return Objects.requireNonNullElse(
                leg.times().answered(), leg.calledUs() ? leg.times().created() : now);
    }

    /// What follows from who is there. Whoever has been asked to go does not count.
    ///
    /// @param since when whoever came last came
    private static void settle(Draft draft, Instant since) {
        boolean agent = draft.agents().anyMatch(Leg::inRoom);
        boolean customer = draft.customer().filter(Leg::inRoom).isPresent();
        switch (draft.stage()) {
            case CLAIMED -> {
                if (draft.agents().anyMatch(Leg::wasInRoom)) {
                    Claims.isThere(draft, since);
                }
            }
            case AWAITING_AGENT -> {
                if (agent) {
                    Dialing.agentIsThere(draft);
                    settle(draft, since);
                }
            }
            case DIALING -> {
                if (customer) {
                    draft.call(call -> call.answered(since));
                }
            }
            case OFFERED, UNANSWERED, FORWARDED, TALKING, ENDED -> {}
        }
    }

    /// Whoever leaves has been there, even if that has not been heard of.
    static void left(Draft draft, RoomLeft left) {
        if (isOfAnotherRoom(draft, left.conferenceSid())) {
            return;
        }
        heardOf(draft, left.conferenceSid());
        draft.legOf(left.sid()).ifPresent(leg -> draft.keep(leg.inRoom(true).inRoom(false)));
        draft.legOf(left.sid()).ifPresent(leg -> {
            if (leg.isOver()) {
                settle(draft, unheard(leg, draft.now()));
            } else if (left.byItself()) {
                hasLeft(draft, leg);
            }
        });
    }

    /// Who leaves while both speak ends the call. A caller who leaves while it rings has hung up; where we
    /// have sent them elsewhere ourselves, it does not ring any more.
    private static void hasLeft(Draft draft, Leg leg) {
        boolean customer = leg.kind() == LegKind.CUSTOMER;
        boolean agent = draft.isLastAgent(leg);
        switch (draft.stage()) {
            case OFFERED -> {
                if (customer) {
                    draft.end(Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
                }
            }
            case CLAIMED -> {
                if (customer) {
                    Claims.callerLeft(draft);
                } else if (agent) {
                    Claims.isThere(draft, unheard(leg, draft.now()));
                }
            }
            case TALKING -> {
                if (customer && draft.phone().isEmpty()) {
                    draft.end(Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
                } else if (agent) {
                    Returns.left(draft, leg);
                }
            }
            case AWAITING_AGENT, DIALING -> {
                if (agent) {
                    draft.end(Outcome.ABANDONED, EndReason.AGENT_LEFT);
                }
            }
            case UNANSWERED, FORWARDED, ENDED -> {}
        }
    }

    static void ended(Draft draft, RoomEnded ended) {
        if (isOfAnotherRoom(draft, ended.conferenceSid())) {
            return;
        }
        heardOf(draft, ended.conferenceSid());
        draft.legs().filter(Leg::inRoom).forEach(leg -> draft.keep(leg.inRoom(false)));
        switch (draft.stage()) {
            case OFFERED -> draft.end(Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
            case CLAIMED -> Claims.callerLeft(draft);
            case AWAITING_AGENT, DIALING -> draft.end(Outcome.ABANDONED, EndReason.AGENT_LEFT);
            case TALKING -> {
                if (draft.phone().isEmpty()) {
                    draft.end(Outcome.ANSWERED, whoEnded(draft, ended.endedBy()));
                }
            }
            case ENDED -> learnWhoEnded(draft, ended.endedBy());
            case UNANSWERED, FORWARDED -> {}
        }
    }

    /// When one side leaves, Twilio ends the other within moments and tells of both at once, in any order. Who
    /// was first, only the conference's end says, which may come after the call's. A customer who never came to
    /// the conference, but hung up while they were told that the call is recorded, has left the call all the
    /// same, and what ended the conference then was our doing.
    private static void learnWhoEnded(Draft draft, @Nullable String sid) {
        Call.Ending ending = draft.call().ending();
        if (sid == null || ending == null || !MERELY_LEFT.contains(ending.reason())) {
            return;
        }
        boolean customerWasThere = draft.customer().filter(Leg::wasInRoom).isPresent();
        EndReason reason = customerWasThere ? whoEnded(draft, sid) : ending.reason();
        if (reason != ending.reason() && reason != EndReason.ROOM_ENDED && ending.outcome() == Outcome.ANSWERED) {
            draft.call(call -> call.bound(new Call.Ending(ending.outcome(), reason, ending.errorCode())));
            draft.act(new Act.Updated());
        }
    }

    private static EndReason whoEnded(Draft draft, @Nullable String sid) {
        if (sid == null) {
            return EndReason.ROOM_ENDED;
        }
        return draft.legOf(sid).map(Leg::kind).map(Rooms::left).orElse(EndReason.ROOM_ENDED);
    }

    private static EndReason left(LegKind kind) {
        return switch (kind) {
            case CUSTOMER -> EndReason.CUSTOMER_LEFT;
            case AGENT -> EndReason.AGENT_LEFT;
            case THIRD_PARTY -> EndReason.ROOM_ENDED;
        };
    }

    private static boolean isOfAnotherRoom(Draft draft, String conferenceSid) {
        String known = draft.call().room().sid();
        return known != null && !known.equals(conferenceSid);
    }

    static void seen(Draft draft, RoomSeen seen) {
        List<Leg> there = draft.legs()
                .filter(leg -> leg.sid() != null && seen.sids().contains(leg.sid()))
                .toList();
        Instant since = there.stream()
                .filter(leg -> !leg.inRoom())
                .map(leg -> unheard(leg, draft.now()))
                .max(Comparator.naturalOrder())
                .orElse(draft.now());
        there.forEach(leg -> isThere(draft, leg, unheard(leg, draft.now())));
        settle(draft, since);
        boolean asked = draft.call().claim().epoch() == seen.epoch();
        if (asked && draft.stage() == Stage.CLAIMED) {
            Claims.isNotThere(draft);
        } else if (asked && draft.stage() == Stage.AWAITING_AGENT) {
            Dialing.agentIsNotThere(draft);
        } else if (asked && draft.stage() == Stage.TALKING) {
            Returns.isNotThere(draft);
        }
    }
}
