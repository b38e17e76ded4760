package org.patchbay.calls.machine;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.machine.CallEvent.Accept;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.Beginning;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallEvent.RoomLeft;
import org.patchbay.calls.machine.CallEvent.RoomSeen;

/// One call from its beginning, told event by event. Its clock is turned by hand, and timers go off as it
/// turns; nothing else happens by itself. Every step keeps the [Promises].
final class Scene {

    private final Promises promises = new Promises();
    private final List<Act.Later> timers = new ArrayList<>();
    private final List<Act> everything = new ArrayList<>();
    private Instant now = Cast.NINE;
    private Decision last;

    Scene(Beginning beginning) {
        last = CallMachine.begin(beginning, now);
        promises.begun(last);
        remember();
    }

    /// A call that rings on the desks of these members.
    static Scene ringing(UUID... members) {
        return new Scene(Cast.incoming(Cast.MESSAGE, Cast.free(members)));
    }

    /// A call that Ann has taken, but where she is not yet.
    static Scene taken() {
        return ringing(Cast.ANN, Cast.BOB).on(new Accept(Cast.ANN, "Ann"));
    }

    /// A call on which Ann speaks with the caller.
    static Scene talking() {
        return taken().on(joined(Cast.CALLER)).on(annComes(1)).on(joined(Cast.AGENT));
    }

    /// A call from Ann's browser, where she listens to the ringing.
    static Scene dialing() {
        return new Scene(Cast.placed()).on(annComes(0)).on(joined(Cast.AGENT));
    }

    static AgentCame annComes(Integer epoch) {
        return new AgentCame(Cast.AGENT, Cast.AGENT_LEG, Cast.ANN, "client:ann", epoch);
    }

    static RoomJoined joined(String sid) {
        return new RoomJoined(Cast.ROOM, sid);
    }

    static RoomLeft left(String sid) {
        return new RoomLeft(Cast.ROOM, sid);
    }

    static RoomSeen seen(int epoch, String... sids) {
        return new RoomSeen(Set.of(sids), epoch);
    }

    static LegReported reported(String sid, LegStatus status) {
        return new LegReported(null, sid, status, -1, null, null);
    }

    static LegReported reported(UUID legId, String sid, LegStatus status) {
        return new LegReported(legId, sid, status, -1, null, null);
    }

    Scene on(CallEvent event) {
        return on(event, now);
    }

    /// @param since when it happened: before now, where the news is late
    Scene on(CallEvent event, Instant since) {
        CallState before = last.after();
        last = CallMachine.decide(before, event, since, now);
        promises.decided(before, event, last, since, now);
        remember();
        return this;
    }

    /// Turns the clock, and lets the timers go off that are due meanwhile.
    Scene after(Duration time) {
        Instant until = now.plus(time);
        for (Optional<Act.Later> due = next(until); due.isPresent(); due = next(until)) {
            timers.remove(due.get());
            now = due.get().at().isAfter(now) ? due.get().at() : now;
            on(due.get().event());
        }
        now = until;
        return this;
    }

    private Optional<Act.Later> next(Instant until) {
        return timers.stream().filter(later -> !later.at().isAfter(until)).min(Comparator.comparing(Act.Later::at));
    }

    private void remember() {
        everything.addAll(last.acts());
        last.acts().stream()
                .filter(Act.Later.class::isInstance)
                .map(Act.Later.class::cast)
                .forEach(timers::add);
    }

    Call call() {
        return last.after().call();
    }

    CallState state() {
        return last.after();
    }

    Leg leg(UUID id) {
        return last.after().leg(id).orElseThrow();
    }

    Reply reply() {
        return last.reply().orElseThrow();
    }

    /// What followed from the last event.
    List<Act> acts() {
        return last.acts();
    }

    /// What has followed from all of them.
    List<Act> everything() {
        return everything;
    }

    <T extends Act> List<T> all(Class<T> kind) {
        return everything.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Call.Ending ending() {
        return requireNonNull(call().ending());
    }

    /// @param status once the customer is off the line: until then it stays what it was
    void hasEnded(CallStatus status, Outcome outcome, EndReason reason) {
        assertThat(call().stage()).isEqualTo(Stage.ENDED);
        state().customer()
                .filter(Leg::isBeingEnded)
                .ifPresentOrElse(
                        customer -> assertThat(onceOff(customer)).isEqualTo(status),
                        () -> assertThat(call().status()).isEqualTo(status));
        assertThat(ending().outcome()).isEqualTo(outcome);
        assertThat(ending().reason()).isEqualTo(reason);
    }

    private CallStatus onceOff(Leg customer) {
        String sid = requireNonNullElse(customer.sid(), Cast.CUSTOMER);
        return CallMachine.decide(state(), reported(customer.id(), sid, LegStatus.COMPLETED), now)
                .after()
                .call()
                .status();
    }

    void isAt(Stage stage, CallStatus status) {
        assertThat(call().stage()).isEqualTo(stage);
        assertThat(call().status()).isEqualTo(status);
    }

    void asksToEnd(UUID legId) {
        assertThat(all(Act.EndLeg.class)).extracting(Act.EndLeg::legId).containsOnlyOnce(legId);
    }

    void asksToEndNothingOf(UUID legId) {
        assertThat(all(Act.EndLeg.class)).extracting(Act.EndLeg::legId).doesNotContain(legId);
    }

    void asksToEndNothing() {
        assertThat(all(Act.EndLeg.class)).isEmpty();
    }
}
