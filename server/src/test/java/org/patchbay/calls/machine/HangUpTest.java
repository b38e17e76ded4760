package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.calls.machine.Cast.AGENT_LEG;
import static org.patchbay.calls.machine.Cast.ANN;
import static org.patchbay.calls.machine.Cast.CUSTOMER_LEG;
import static org.patchbay.calls.machine.Scene.joined;
import static org.patchbay.calls.machine.Scene.reported;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.CallEvent.LegGone;
import org.patchbay.calls.machine.CallEvent.RoomEnded;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallEvent.RoomLeft;
import org.patchbay.calls.machine.CallEvent.RoomStarted;

/// Calls come to an end, and their legs with them.
class HangUpTest {

    @Test
    void whoeverHangsUpEndsEveryLeg() {
        Scene scene = Scene.talking().on(new HangUp(ANN));
        assertThat(scene.reply()).isEqualTo(new Reply.Done());
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.HUNG_UP);
        scene.asksToEnd(CUSTOMER_LEG);
        scene.asksToEnd(AGENT_LEG);
        assertThat(scene.on(new HangUp(ANN)).acts()).isEmpty();
    }

    @Test
    void untilTheCustomersLegIsOverNobodyIsToldThatItIs() {
        Scene scene = Scene.talking().on(new HangUp(ANN)).on(reported(Cast.AGENT, LegStatus.COMPLETED));
        assertThat(scene.call().status()).isEqualTo(CallStatus.IN_PROGRESS);

        scene.on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.HUNG_UP);
        assertThat(scene.acts()).containsExactly(new Act.Updated());
    }

    @Test
    void whatIsToldLateHappenedWhenItIsSaidToHave() {
        Scene scene = Scene.taken().on(joined(Cast.CALLER)).on(Scene.annComes(1));
        Decision talking = CallMachine.decide(
                scene.state(), joined(Cast.AGENT), Cast.NINE.plusSeconds(3), Cast.NINE.plusSeconds(9));
        assertThat(talking.after().call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(3));
        Decision over = CallMachine.decide(
                talking.after(),
                reported(Cast.CALLER, LegStatus.COMPLETED),
                Cast.NINE.plusSeconds(30),
                Cast.NINE.plusSeconds(36));
        assertThat(over.after().call().times().ended()).isEqualTo(Cast.NINE.plusSeconds(30));
    }

    @Test
    void theySpeakUntilTwilioHasTakenTheCustomerOffTheLine() {
        Scene scene = Scene.talking().on(new HangUp(ANN));
        Instant pressed = Objects.requireNonNull(scene.call().times().ended());
        Decision off = CallMachine.decide(
                scene.state(),
                reported(Cast.CALLER, LegStatus.COMPLETED),
                pressed.plusSeconds(3),
                pressed.plusSeconds(9));
        assertThat(off.after().call().times().ended()).isEqualTo(pressed.plusSeconds(3));
        assertThat(off.acts()).containsExactly(new Act.Updated());
        Decision earlier = CallMachine.decide(
                scene.state(),
                reported(Cast.CALLER, LegStatus.COMPLETED),
                pressed.minusMillis(300),
                pressed.plusSeconds(9));
        assertThat(earlier.after().call().times().ended())
                .as("Twilio's times are whole seconds")
                .isEqualTo(pressed);
    }

    @Test
    void whoHangsUpBeforeTheMemberDoesHasTheLastWord() {
        Scene scene = Scene.talking().on(Scene.left(Cast.CALLER));
        Instant left = Objects.requireNonNull(scene.call().times().ended());
        Decision off = CallMachine.decide(
                scene.state(), reported(Cast.CALLER, LegStatus.COMPLETED), left.plusSeconds(3), left.plusSeconds(9));
        assertThat(off.after().call().times().ended()).isEqualTo(left);
    }

    @Test
    void whoeverHasLeftTheConferenceIsNotWaitedFor() {
        Scene scene = Scene.talking().on(new HangUp(ANN)).on(Scene.left(Cast.CALLER));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.HUNG_UP);
    }

    @Test
    void aPhoneThatIsGivenUpRingsUntilTwilioHasStoppedIt() {
        Scene scene = Scene.dialing()
                .on(reported(CUSTOMER_LEG, Cast.CUSTOMER, LegStatus.RINGING))
                .on(new HangUp(ANN));
        scene.isAt(Stage.ENDED, CallStatus.RINGING);
        scene.on(reported(Cast.CUSTOMER, LegStatus.NO_ANSWER));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.HUNG_UP);
    }

    @Test
    void whatIsHeardOfLegsAfterTheEndChangesTheLegsAlone() {
        Scene scene = Scene.talking().on(new HangUp(ANN));
        Call end = scene.call();
        scene.on(reported(Cast.CALLER, LegStatus.COMPLETED))
                .on(reported(Cast.AGENT, LegStatus.COMPLETED))
                .on(new RoomEnded(Cast.ROOM));
        assertThat(scene.call()).isEqualTo(end.shown(CallStatus.COMPLETED));
        assertThat(scene.state().legs()).allMatch(Leg::isOver);
    }

    @Test
    void whenTheMemberGoesAndDoesNotComeBackTheCustomersLegIsEnded() {
        Scene scene = Scene.talking().on(Scene.left(Cast.AGENT)).after(Returns.GRACE);
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_GONE);
        scene.asksToEnd(CUSTOMER_LEG);
    }

    @Test
    void whenTheCustomerLeavesTheMembersLegIsEnded() {
        Scene scene = Scene.talking().on(Scene.left(Cast.CALLER));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
        scene.asksToEnd(AGENT_LEG);
    }

    @Test
    void whoeverEndedTheConferenceIsWhoLeftWhicheverIsToldFirst() {
        Scene told = Scene.talking().on(new RoomEnded(Cast.ROOM, Cast.AGENT));
        told.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_LEFT);

        Scene swept = Scene.talking().on(new RoomLeft(Cast.ROOM, Cast.CALLER, false));
        assertThat(swept.call().isOver()).as("the conference's end is to come").isFalse();

        Scene overtaken = Scene.talking().on(reported(Cast.CALLER, LegStatus.COMPLETED));
        overtaken.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
        overtaken.on(new RoomEnded(Cast.ROOM, Cast.AGENT));
        overtaken.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_LEFT);
        assertThat(overtaken.acts()).containsExactly(new Act.Updated());
        assertThat(overtaken.on(new RoomEnded(Cast.ROOM, Cast.AGENT)).acts()).isEmpty();
    }

    @Test
    void aCallerWhoHungUpBeforeTheyWereInTheConferenceHasLeftThoughOurOwnLegEndedIt() {
        Scene scene = Scene.taken()
                .on(new CallEvent.AgentCame(Cast.AGENT, AGENT_LEG, ANN, "client:ann", 1))
                .on(joined(Cast.AGENT))
                .on(reported(Cast.CALLER, LegStatus.COMPLETED))
                .on(new RoomEnded(Cast.ROOM, Cast.AGENT));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void aCallThatAMemberEndedStaysSoWhoeverLeftFirst() {
        Scene scene = Scene.talking().on(new HangUp(ANN)).on(new RoomEnded(Cast.ROOM, Cast.CALLER));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.HUNG_UP);
    }

    @Test
    void aLegOfWhichTwilioKnowsNothingHasEnded() {
        Scene scene = Scene.talking().on(new LegGone(CUSTOMER_LEG));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void theEndOfAnEarlierRoomEndsNothing() {
        Scene scene = Scene.talking()
                .on(new RoomStarted("CF-later"))
                .on(new RoomJoined("CF-later", Cast.CALLER))
                .on(new RoomLeft(Cast.ROOM, Cast.CALLER))
                .on(new RoomEnded(Cast.ROOM));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        scene.on(new RoomEnded("CF-later"));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.ROOM_ENDED);
    }

    @Test
    void contradictoryEndsOfALegLeaveTheFirst() {
        Scene scene = Scene.dialing()
                .on(reported(CUSTOMER_LEG, Cast.CUSTOMER, LegStatus.BUSY))
                .on(reported(Cast.CUSTOMER, LegStatus.COMPLETED))
                .on(reported(Cast.CUSTOMER, LegStatus.NO_ANSWER));
        assertThat(scene.leg(CUSTOMER_LEG).status()).isEqualTo(LegStatus.BUSY);
        scene.hasEnded(CallStatus.BUSY, Outcome.MISSED, EndReason.LINE_BUSY);
    }

    @Test
    void anEndIsHeardThoughEverythingBeforeItWasLost() {
        Scene scene = Scene.ringing(ANN).on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        scene.on(joined(Cast.CALLER)).after(Duration.ofHours(1));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void aCallerWhoIsToldThatNobodyIsThereIsEndedShouldTheyStayOn() {
        Scene scene = new Scene(Cast.toUnknownNumber()).after(Duration.ofMinutes(1));
        scene.asksToEnd(CUSTOMER_LEG);
    }
}
