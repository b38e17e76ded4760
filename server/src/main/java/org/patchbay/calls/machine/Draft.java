package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Call.Ending;

/// A decision while it is being made. Lives for one event.
final class Draft {

    /// So long a leg has that is told something before it ends by itself.
    private static final Duration FOR_A_SENTENCE = Duration.ofSeconds(30);

    private final Instant now;
    private final CallState before;
    private final Map<UUID, Leg> legs = new LinkedHashMap<>();
    private final List<Act> acts = new ArrayList<>();
    private Call call;
    private Instant since;
    private @Nullable Reply reply;

    Draft(CallState before, Instant now) {
        this.before = before;
        this.now = now;
        this.call = before.call();
        this.since = now;
        before.legs().forEach(leg -> legs.put(leg.id(), leg));
    }

    Instant now() {
        return now;
    }

    /// When what is being decided upon happened: before now, where it was found out later.
    Instant since() {
        return since;
    }

    /// It happened then, as far as that is possible: not before what it follows from, and not later than now.
    void since(@Nullable Instant moment) {
        if (moment != null && moment.isBefore(now)) {
            Instant answered = call.times().answered();
            Instant earliest = answered == null ? call.times().created() : answered;
            since = moment.isBefore(earliest) ? earliest : moment;
        }
    }

    Call call() {
        return call;
    }

    Stage stage() {
        return call.stage();
    }

    void call(UnaryOperator<Call> change) {
        call = change.apply(call);
    }

    void keep(Leg leg) {
        legs.put(leg.id(), leg);
    }

    Optional<Leg> leg(@Nullable UUID id) {
        return id == null ? Optional.empty() : Optional.ofNullable(legs.get(id));
    }

    Optional<Leg> legOf(String sid) {
        return legs.values().stream().filter(leg -> sid.equals(leg.sid())).findFirst();
    }

    Optional<Leg> customer() {
        return of(LegKind.CUSTOMER).findFirst();
    }

    /// The legs of the member who has the call, of the claim that holds, but for those that are to go.
    Stream<Leg> agents() {
        return of(LegKind.AGENT).filter(leg -> leg.epoch() == call.claim().epoch() && !leg.ending());
    }

    /// Whether this leg is, or was, the only one by which the member may be on the call.
    boolean isLastAgent(Leg leg) {
        return agents().anyMatch(agent -> agent.id().equals(leg.id()))
                && agents().noneMatch(agent -> !agent.id().equals(leg.id()) && agent.mayBeAlive());
    }

    /// The phone that the call has gone on to. A call that has one is in no conference.
    Optional<Leg> phone() {
        return of(LegKind.THIRD_PARTY).findFirst();
    }

    Stream<Leg> of(LegKind kind) {
        return List.copyOf(legs.values()).stream().filter(leg -> leg.kind() == kind);
    }

    Stream<Leg> legs() {
        return List.copyOf(legs.values()).stream();
    }

    void reply(Reply answer) {
        reply = answer;
    }

    void act(Act act) {
        acts.add(act);
    }

    /// Asks Twilio to end a leg, once; the asking is repeated elsewhere.
    void endLeg(Leg leg, boolean othersStay) {
        if (leg.mayBeAlive() && !leg.ending()) {
            keep(leg.askedToEnd());
            if (leg.sid() != null) {
                act(new Act.EndLeg(leg.id(), othersStay));
            }
        }
    }

    /// Looks after a leg later, lest nobody does.
    void lookAfter(Leg leg, Duration when) {
        act(new Act.Later(new CallEvent.LegDue(leg.id()), now.plus(when)));
    }

    /// Nothing more comes of the call.
    ///
    /// @param spared legs that end by themselves, for they are just being told so; those that do not are ended
    void end(Ending ending, Set<UUID> spared) {
        boolean nobodys = call.direction() == Direction.INBOUND && ending.outcome() != Outcome.ANSWERED;
        call = call.ended(ending, since);
        if (nobodys) {
            call = call.claimed(call.claim().ofNobody());
        }
        legs().forEach(leg -> letGo(leg, spared.contains(leg.id())));
        if (call.isWrittenUp()) {
            act(new Act.Later(new CallEvent.WrapUpOver(), now.plus(call.terms().wrapUp())));
        }
        act(new Act.Ended());
    }

    private void letGo(Leg leg, boolean spared) {
        if (leg.dial() == Dial.WANTED) {
            keep(leg.moved(LegStatus.CANCELED, now));
        } else if (spared) {
            lookAfter(leg, FOR_A_SENTENCE);
        } else {
            endLeg(leg, false);
        }
    }

    void end(Outcome outcome, EndReason reason) {
        end(new Ending(outcome, reason, null), Set.of());
    }

    /// The caller has left, of which was heard before it was clear what had become of the call: it ended then.
    void endWhenCallerLeft(Outcome outcome) {
        customer().ifPresent(caller -> since(caller.times().ended()));
        end(outcome, EndReason.CUSTOMER_LEFT);
    }

    Decision decision() {
        CallStatus status = call.status().then(Statuses.of(call, List.copyOf(legs.values())));
        if (isOffTheLine(status)) {
            call = call.endedAt(since);
        }
        call = call.shown(status);
        if (isNews() && acts.stream().noneMatch(Draft::tellsDesks)) {
            act(new Act.Updated());
        }
        return new Decision(new CallState(call, List.copyOf(legs.values())), Optional.ofNullable(reply), acts);
    }

    /// What we have decided to end, Twilio takes a moment to end, and counts it: until then they hear each other.
    private boolean isOffTheLine(CallStatus status) {
        Instant decided = before.call().times().ended();
        return decided != null
                && since.isAfter(decided)
                && status.isFinal()
                && !call.status().isFinal();
    }

    private boolean isNews() {
        Call then = before.call();
        return call.stage() != then.stage()
                || call.status() != then.status()
                || !call.claim().equals(then.claim())
                || !call.offer().equals(then.offer());
    }

    private static boolean tellsDesks(Act act) {
        return act instanceof Act.Offer
                || act instanceof Act.Claimed
                || act instanceof Act.Updated
                || act instanceof Act.Ended;
    }
}
