package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.calls.machine.CallStatus.BUSY;
import static org.patchbay.calls.machine.CallStatus.CANCELED;
import static org.patchbay.calls.machine.CallStatus.COMPLETED;
import static org.patchbay.calls.machine.CallStatus.FAILED;
import static org.patchbay.calls.machine.CallStatus.NO_ANSWER;
import static org.patchbay.calls.machine.Cast.AGENT_LEG;
import static org.patchbay.calls.machine.Cast.ANN;
import static org.patchbay.calls.machine.Cast.BOB;
import static org.patchbay.calls.machine.Cast.CUSTOMER_LEG;
import static org.patchbay.calls.machine.Scene.annComes;
import static org.patchbay.calls.machine.Scene.joined;
import static org.patchbay.calls.machine.Scene.reported;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.calls.machine.CallEvent.Accept;
import org.patchbay.calls.machine.CallEvent.AgentDue;
import org.patchbay.calls.machine.CallEvent.Beginning;
import org.patchbay.calls.machine.CallEvent.DialRefused;
import org.patchbay.calls.machine.CallEvent.DialUnclear;
import org.patchbay.calls.machine.CallEvent.Dialed;
import org.patchbay.calls.machine.CallEvent.ForwardEnded;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.CallEvent.LegAnswered;
import org.patchbay.calls.machine.CallEvent.LegTurned;
import org.patchbay.calls.machine.CallEvent.RingingOver;
import org.patchbay.calls.machine.CallEvent.RoomEnded;
import org.patchbay.calls.machine.CallEvent.Turn;

/// What Twilio and people say of one call, in every order there is: each order keeps the [Promises], and the call
/// ends in one of the ways that its story allows.
///
/// Fails when `LegStatus.mayBecome` lets a final status go, `Ringing.ring` does not look whether a leg was rung,
/// `Claims.accept` does not look at the stage, or `Claims.mayEnter` not at the epoch: each was tried.
class PermutationTest {

    private static final UUID PHONE_LEG = new Scene(Cast.forwarded(Cast.FORWARD))
            .state()
            .of(LegKind.THIRD_PARTY)
            .findFirst()
            .orElseThrow()
            .id();

    /// @param ends the statuses in which it may end, each of which some order leads to
    record Story(String name, Beginning beginning, List<CallEvent> events, Set<CallStatus> ends) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Story> stories() {
        return Stream.of(
                new Story(
                        "inbound, answered",
                        Cast.incoming(Cast.MESSAGE, Cast.free(ANN, BOB)),
                        List.of(
                                new Accept(ANN, "Ann"),
                                annComes(1),
                                joined(Cast.AGENT),
                                Scene.left(Cast.AGENT),
                                new RoomEnded(Cast.ROOM),
                                reported(Cast.AGENT, LegStatus.COMPLETED),
                                reported(Cast.CALLER, LegStatus.COMPLETED)),
                        EnumSet.of(COMPLETED, CANCELED, NO_ANSWER)),
                new Story(
                        "inbound, two want it and the first never comes",
                        Cast.incoming(Cast.VOICEMAIL, Cast.free(ANN, BOB)),
                        List.of(
                                new Accept(ANN, "Ann"),
                                new Accept(BOB, "Bob"),
                                new AgentDue(1),
                                Scene.seen(1, Cast.CALLER),
                                annComes(1),
                                joined(Cast.AGENT),
                                reported(Cast.CALLER, LegStatus.COMPLETED)),
                        EnumSet.of(COMPLETED, CANCELED, NO_ANSWER)),
                new Story(
                        "inbound, nobody takes it",
                        Cast.incoming(Cast.FORWARD, Cast.free(ANN)),
                        List.of(
                                joined(Cast.CALLER),
                                new RingingOver(),
                                new LegTurned(CUSTOMER_LEG, Turn.UNANSWERED),
                                Scene.left(Cast.CALLER),
                                reported(PHONE_LEG, Cast.PHONE, LegStatus.IN_PROGRESS),
                                new ForwardEnded(LegStatus.COMPLETED, true, Cast.PHONE),
                                reported(Cast.CALLER, LegStatus.COMPLETED)),
                        EnumSet.of(COMPLETED, CANCELED, NO_ANSWER)),
                new Story(
                        "outbound, answered",
                        Cast.placed(),
                        List.of(
                                annComes(0),
                                joined(Cast.AGENT),
                                new Dialed(CUSTOMER_LEG, Cast.CUSTOMER),
                                new LegAnswered(CUSTOMER_LEG, Cast.CUSTOMER),
                                Scene.left(Cast.AGENT),
                                reported(Cast.AGENT, LegStatus.COMPLETED),
                                reported(CUSTOMER_LEG, Cast.CUSTOMER, LegStatus.COMPLETED)),
                        EnumSet.of(COMPLETED, CANCELED)),
                new Story(
                        "outbound, busy, and Twilio says so twice and differently",
                        Cast.placed(),
                        List.of(
                                annComes(0),
                                joined(Cast.AGENT),
                                new DialUnclear(CUSTOMER_LEG),
                                reported(CUSTOMER_LEG, Cast.CUSTOMER, LegStatus.RINGING),
                                reported(CUSTOMER_LEG, Cast.CUSTOMER, LegStatus.BUSY),
                                reported(CUSTOMER_LEG, Cast.CUSTOMER, LegStatus.FAILED),
                                reported(Cast.AGENT, LegStatus.COMPLETED)),
                        EnumSet.of(BUSY, FAILED, CANCELED)),
                new Story(
                        "outbound by phone, refused",
                        Cast.placedVia(Via.PHONE),
                        List.of(
                                new Dialed(AGENT_LEG, Cast.AGENT),
                                new LegAnswered(AGENT_LEG, Cast.AGENT),
                                joined(Cast.AGENT),
                                new DialRefused(CUSTOMER_LEG, 21215),
                                new HangUp(ANN),
                                new LegTurned(AGENT_LEG, Turn.TOLD),
                                reported(AGENT_LEG, Cast.AGENT, LegStatus.COMPLETED)),
                        EnumSet.of(FAILED, CANCELED)),
                new Story(
                        "forwarded, and a key is asked for",
                        Cast.forwarded(Cast.WHISPER),
                        List.of(
                                reported(PHONE_LEG, Cast.PHONE, LegStatus.RINGING),
                                reported(PHONE_LEG, Cast.PHONE, LegStatus.IN_PROGRESS),
                                new LegTurned(PHONE_LEG, Turn.TAKEN),
                                reported(PHONE_LEG, Cast.PHONE, LegStatus.COMPLETED),
                                new ForwardEnded(LegStatus.COMPLETED, true, Cast.PHONE),
                                reported(Cast.CALLER, LegStatus.COMPLETED)),
                        EnumSet.of(COMPLETED, CANCELED)));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void inWhateverOrderItIsToldTheCallEndsAsItMay(Story story) {
        for (Duration pace : List.of(Duration.ofMillis(500), Duration.ofSeconds(12))) {
            Set<CallStatus> ends = EnumSet.noneOf(CallStatus.class);
            everyOrderOf(story.events(), order -> ends.add(endOf(story, order, pace)));
            assertThat(ends).isSubsetOf(story.ends());
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void inItsOwnOrderTheCallEndsAsItDid(Story story) {
        assertThat(story.ends()).contains(endOf(story, story.events(), Duration.ofMillis(500)));
    }

    /// Whoever has a line by then hangs up at last, for the final status of every leg is heard some time.
    private static CallStatus endOf(Story story, List<CallEvent> order, Duration pace) {
        Promises promises = new Promises();
        Instant now = Cast.NINE;
        Decision last = CallMachine.begin(story.beginning(), now);
        promises.begun(last);
        List<CallEvent> told = new ArrayList<>(order);
        Stream.of(Cast.AGENT, Cast.CALLER)
                .map(sid -> reported(sid, LegStatus.COMPLETED))
                .forEach(told::add);
        Stream.of(AGENT_LEG, CUSTOMER_LEG, PHONE_LEG)
                .map(leg -> reported(leg, "CA-of-" + leg, LegStatus.CANCELED))
                .forEach(told::add);
        told.add(new AgentDue(0));
        for (CallEvent event : told) {
            CallState before = last.after();
            now = now.plus(event instanceof AgentDue due && due.epoch() == 0 ? Dialing.FOR_AGENT : pace);
            last = CallMachine.decide(before, event, now);
            promises.decided(before, event, last, now);
        }
        last = promises.waitedForNews(last, now);
        assertThat(last.after().call().isOver()).as("%s", order).isTrue();
        return last.after().call().status();
    }

    /// Heap's algorithm: each order differs from the one before by one swap.
    private static void everyOrderOf(List<CallEvent> events, Consumer<List<CallEvent>> then) {
        permute(new ArrayList<>(events), events.size(), then);
    }

    private static void permute(List<CallEvent> events, int size, Consumer<List<CallEvent>> then) {
        if (size <= 1) {
            then.accept(events);
            return;
        }
        for (int i = 0; i < size; i++) {
            permute(events, size - 1, then);
            Collections.swap(events, size % 2 == 0 ? i : 0, size - 1);
        }
    }
}
