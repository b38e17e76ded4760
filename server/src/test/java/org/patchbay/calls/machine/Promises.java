package org.patchbay.calls.machine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.machine.CallEvent.Accept;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.AgentDue;
import org.patchbay.calls.machine.CallEvent.CallerCame;
import org.patchbay.calls.machine.CallEvent.ForwardEnded;
import org.patchbay.calls.machine.CallEvent.LegAnswered;
import org.patchbay.calls.machine.CallEvent.LegTurned;

/// What is true of every call after every event, whatever the events are and in whatever order they come.
/// Watches one call from its beginning to its end.
///
/// Plain comparisons: this runs a million times.
final class Promises {

    private final Set<UUID> rung = new HashSet<>();
    private final Set<UUID> askedToEnd = new HashSet<>();
    private final Set<UUID> told = new HashSet<>();
    private final Map<Integer, UUID> holders = new HashMap<>();
    private final List<CallEvent> story = new ArrayList<>();
    private int ends;

    void begun(Decision decision) {
        count(decision, decision.after().customer().map(Leg::id));
        if (decision.after().call().claim().memberId() != null) {
            holders.put(
                    decision.after().call().claim().epoch(),
                    decision.after().call().claim().memberId());
        }
        everythingHolds(decision.after());
    }

    void decided(CallState before, CallEvent event, Decision decision, Instant now) {
        decided(before, event, decision, now, now);
    }

    /// @param since when it happened
    void decided(CallState before, CallEvent event, Decision decision, Instant since, Instant now) {
        story.add(event);
        count(decision, askedFor(event, decision.after()));
        statusesGoForward(before, decision.after());
        anEndIsFinal(before.call(), decision.after().call());
        anEpochHasOneMember(before.call(), event, decision);
        onlyTheHolderIsLetIn(event, decision);
        everythingHolds(decision.after());
        theSameAgainChangesNothing(event, decision, since, now);
    }

    /// A call whose caller has gone while somebody came waits a while for late news; then no longer.
    Decision waitedForNews(Decision last, Instant now) {
        CallState before = last.after();
        if (before.call().stage() != Stage.CLAIMED) {
            return last;
        }
        CallEvent due = new AgentDue(before.call().claim().epoch());
        Instant later = now.plus(Claims.FOR_NEWS);
        Decision over = CallMachine.decide(before, due, later);
        decided(before, due, over, later);
        return over;
    }

    private void count(Decision decision, Optional<UUID> askedFor) {
        decision.acts().forEach(act -> count(act, decision.after()));
        boolean ends = decision.reply().stream()
                .anyMatch(reply ->
                        reply instanceof Reply.Say || reply instanceof Reply.Reject || reply instanceof Reply.Over);
        if (ends) {
            askedFor.ifPresent(told::add);
        }
    }

    /// For which leg Twilio asks what to do.
    private static Optional<UUID> askedFor(CallEvent event, CallState after) {
        return switch (event) {
            case CallerCame _, ForwardEnded _ -> after.customer().map(Leg::id);
            case LegTurned turned -> Optional.of(turned.legId());
            case LegAnswered answered -> Optional.of(answered.legId());
            default -> Optional.empty();
        };
    }

    private void count(Act act, CallState after) {
        switch (act) {
            case Act.Ring ring -> {
                holds(rung.add(ring.legId()), "a leg is rung once", ring);
                holds(leg(after, ring.legId()).dial() == Dial.STARTED, "a leg that is rung is known as such", ring);
                holds(!after.call().isOver(), "nobody is rung for a call that is over", ring);
            }
            case Act.EndLeg end -> {
                holds(leg(after, end.legId()).sid() != null, "what is to be ended has a SID", end);
                holds(askedToEnd.add(end.legId()), "a leg is asked to end once", end);
            }
            case Act.TurnLeg turn -> told.add(turn.legId());
            case Act.Ended _ -> ends++;
            case Act.Offer _, Act.Claimed _, Act.Updated _, Act.Later _, Act.Find _, Act.AskRoom _ -> {}
        }
    }

    private void statusesGoForward(CallState before, CallState after) {
        CallStatus then = before.call().status();
        CallStatus status = after.call().status();
        holds(then.then(status) == status, "a call's status goes forward", then, status);
        for (Leg leg : before.legs()) {
            Leg next = leg(after, leg.id());
            boolean stays = leg.status() == next.status();
            holds(stays || leg.status().compareTo(next.status()) < 0, "a leg's status goes forward", leg, next);
            holds(stays || !leg.isOver(), "a leg's final status stays", leg, next);
            holds(leg.dial().compareTo(next.dial()) <= 0, "what was rung stays rung", leg, next);
            holds(leg.sid() == null || leg.sid().equals(next.sid()), "a leg keeps its SID", leg, next);
        }
    }

    /// Only the conference's SID may still be learned, and which side was the first to leave; and a status that was
    /// waiting for the customer's leg to end becomes final, and tells when that was.
    private void anEndIsFinal(Call before, Call after) {
        if (before.isOver()) {
            String room = before.room().sid() == null
                    ? after.room().sid()
                    : before.room().sid();
            Call status = before.status().isFinal() ? before : offTheLine(before, after);
            Call known = room == null ? status : status.inRoom(room);
            Call allowed =
                    onlyWhoLeftFirstIsCorrected(before, after) ? known.bound(requireNonNull(after.ending())) : known;
            holds(after.equals(allowed), "an end is final", before, after);
        }
    }

    private static Call offTheLine(Call before, Call after) {
        Instant decided = requireNonNull(before.times().ended());
        Instant off = requireNonNull(after.times().ended());
        boolean later = after.status().isFinal() && off.isAfter(decided);
        return before.shown(after.status()).endedAt(later ? off : decided);
    }

    private static boolean onlyWhoLeftFirstIsCorrected(Call before, Call after) {
        Call.Ending then = requireNonNull(before.ending());
        Call.Ending now = requireNonNull(after.ending());
        Set<EndReason> left = Set.of(EndReason.CUSTOMER_LEFT, EndReason.AGENT_LEFT, EndReason.ROOM_ENDED);
        return left.contains(then.reason())
                && left.contains(now.reason())
                && then.outcome() == Outcome.ANSWERED
                && now.equals(new Call.Ending(then.outcome(), now.reason(), then.errorCode()));
    }

    private void anEpochHasOneMember(Call before, CallEvent event, Decision decision) {
        Call after = decision.after().call();
        int epoch = after.claim().epoch();
        UUID member = after.claim().memberId();
        holds(epoch >= before.claim().epoch(), "epochs go up", before.claim(), after.claim());
        if (member != null) {
            UUID holder = holders.computeIfAbsent(epoch, _ -> member);
            holds(member.equals(holder), "an epoch has one member", before.claim(), after.claim());
        }
        if (decision.reply().orElse(null) instanceof Reply.Yours yours && event instanceof Accept accept) {
            holds(accept.memberId().equals(holders.get(yours.epoch())), "one member hears that it is theirs", yours);
            holds(accept.memberId().equals(member), "whoever hears that it is theirs has it", yours);
        }
    }

    /// Whatever a browser says of itself.
    private void onlyTheHolderIsLetIn(CallEvent event, Decision decision) {
        if (event instanceof AgentCame came && decision.reply().orElse(null) instanceof Reply.EnterRoom) {
            Leg leg = requireNonNull(decision.after().legOf(came.sid()).orElse(null), "whoever is let in is known");
            boolean byItsClaim = came.epoch() == null || came.epoch() == leg.epoch();
            holds(byItsClaim, "nobody is let in by another claim", came, leg);
            holds(came.memberId().equals(holders.get(leg.epoch())), "only whoever has the call is let in", came, leg);
        }
    }

    private void everythingHolds(CallState after) {
        Call call = after.call();
        holds(ends == (call.isOver() ? 1 : 0), "a call ends once", ends);
        holds(!call.status().isFinal() || call.isOver(), "a final status is that of an end", call);
        boolean customerIsOff = after.customer().filter(Leg::isBeingEnded).isEmpty();
        holds(!call.isOver() || !customerIsOff || call.status().isFinal(), "an end has a final status", after);
        holds((call.times().ended() != null) == call.isOver(), "an end has a time", call);
        holds(call.stage() != Stage.TALKING || call.ending() == null, "what goes on has no end", call);
        for (Leg leg : after.legs()) {
            boolean replaced =
                    leg.kind() == LegKind.AGENT && leg.epoch() < call.claim().epoch();
            boolean unwanted = leg.sid() != null && !leg.isOver() && (call.isOver() || replaced);
            holds(!unwanted || askedToEnd.contains(leg.id()) || told.contains(leg.id()), "nobody is left", leg);
        }
    }

    /// The same event at once again: nobody is rung, offered or told anything twice, and whoever asks hears
    /// what they heard before.
    private void theSameAgainChangesNothing(CallEvent event, Decision decision, Instant since, Instant now) {
        Decision again = CallMachine.decide(decision.after(), event, since, now);
        holds(again.equals(CallMachine.decide(decision.after(), event, since, now)), "a decision is a function", event);
        holds(again.after().equals(decision.after()), "twice is once", decision.after(), again.after());
        holds(again.reply().equals(decision.reply()), "the same answer", decision.reply(), again.reply());
        boolean quiet = again.acts().stream()
                .allMatch(act -> act instanceof Act.Later || act instanceof Act.Find || act instanceof Act.AskRoom);
        holds(quiet, "nothing is done twice", again.acts());
    }

    private static Leg leg(CallState state, UUID id) {
        return requireNonNull(state.leg(id).orElse(null), "legs stay");
    }

    private void holds(boolean promise, String words, Object... about) {
        if (!promise) {
            throw new AssertionError(words + ": " + List.of(about) + "\n  after " + story);
        }
    }
}
