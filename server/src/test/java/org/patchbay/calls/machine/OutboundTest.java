package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.calls.machine.Cast.AGENT_LEG;
import static org.patchbay.calls.machine.Cast.ANN;
import static org.patchbay.calls.machine.Cast.CUSTOMER_LEG;
import static org.patchbay.calls.machine.Scene.annComes;
import static org.patchbay.calls.machine.Scene.joined;
import static org.patchbay.calls.machine.Scene.reported;
import static org.patchbay.calls.machine.Scene.seen;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.DialRefused;
import org.patchbay.calls.machine.CallEvent.Dialed;
import org.patchbay.calls.machine.CallEvent.LegAnswered;
import org.patchbay.calls.machine.CallEvent.LegTurned;
import org.patchbay.calls.machine.CallEvent.RoomEnded;
import org.patchbay.calls.machine.CallEvent.Turn;
import org.patchbay.calls.machine.Reply.Say;
import org.patchbay.calls.machine.Reply.Sentence;

/// One of us calls a customer.
class OutboundTest {

    private static final LegAnswered CUSTOMER_PICKS_UP = new LegAnswered(CUSTOMER_LEG, Cast.CUSTOMER);

    @Test
    void theCustomerIsRungOnceTheMemberIsInTheRoomAndOnlyOnce() {
        Scene scene = new Scene(Cast.placed()).on(annComes(0));
        assertThat(scene.reply())
                .isEqualTo(new Reply.EnterRoom(
                        AGENT_LEG, LegKind.AGENT, "call-" + Cast.CALL, Reply.Wait.RINGING, false, true, false));
        assertThat(scene.all(Act.Ring.class)).isEmpty();
        scene.on(joined(Cast.AGENT)).on(joined(Cast.AGENT)).on(seen(0, Cast.AGENT));
        assertThat(scene.all(Act.Ring.class)).containsExactly(new Act.Ring(CUSTOMER_LEG));
        scene.isAt(Stage.DIALING, CallStatus.QUEUED);
        scene.on(new Dialed(CUSTOMER_LEG, Cast.CUSTOMER)).on(reported(Cast.CUSTOMER, LegStatus.RINGING));
        scene.isAt(Stage.DIALING, CallStatus.RINGING);
        scene.on(CUSTOMER_PICKS_UP);
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        assertThat(scene.reply()).isInstanceOf(Reply.EnterRoom.class);
        scene.on(Scene.left(Cast.AGENT)).after(Returns.GRACE);
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_GONE);
        scene.asksToEnd(CUSTOMER_LEG);
    }

    @Test
    void aCustomerWhoHangsUpWhileTheyAreToldThatTheCallIsRecordedHasLeftIt() {
        Scene scene = Scene.dialing()
                .on(new Dialed(CUSTOMER_LEG, Cast.CUSTOMER))
                .on(CUSTOMER_PICKS_UP)
                .on(reported(Cast.CUSTOMER, LegStatus.COMPLETED))
                .on(new RoomEnded(Cast.ROOM, Cast.AGENT));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void aMemberWhoLeavesFirstHasLeftThoughTheCustomersEndIsToldFirst() {
        Scene scene = Scene.dialing()
                .on(new Dialed(CUSTOMER_LEG, Cast.CUSTOMER))
                .on(CUSTOMER_PICKS_UP)
                .on(joined(Cast.CUSTOMER))
                .on(reported(Cast.CUSTOMER, LegStatus.COMPLETED))
                .on(new RoomEnded(Cast.ROOM, Cast.AGENT));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_LEFT);
    }

    @Test
    void aLostJoinIsFoundAndTheCustomerRung() {
        Scene scene = new Scene(Cast.placed()).on(annComes(0)).after(Claims.TO_ENTER);
        assertThat(scene.acts()).contains(new Act.AskRoom(0));
        assertThat(scene.on(seen(0, Cast.AGENT)).acts()).contains(new Act.Ring(CUSTOMER_LEG));
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, BUSY, MISSED, LINE_BUSY, LINE_BUSY",
        "NO_ANSWER, NO_ANSWER, MISSED, NO_ANSWER, NO_ANSWER",
        "FAILED, FAILED, FAILED, CANNOT_BE_REACHED, CANNOT_BE_REACHED",
        "CANCELED, FAILED, FAILED, LOST, CANNOT_BE_REACHED"
    })
    void theMemberHearsWhyNobodyCanBeReached(
            LegStatus leg, CallStatus status, Outcome outcome, EndReason reason, Sentence sentence) {
        Scene scene = Scene.dialing().on(reported(CUSTOMER_LEG, Cast.CUSTOMER, leg));
        scene.hasEnded(status, outcome, reason);
        assertThat(scene.acts()).contains(new Act.TurnLeg(AGENT_LEG, Turn.TOLD));
        scene.asksToEndNothing();
        assertThat(scene.on(new LegTurned(AGENT_LEG, Turn.TOLD)).reply()).isEqualTo(new Say(sentence));
    }

    @Test
    void ofANumberThatTwilioHasNotEvenTriedNothingIsSaid() {
        for (Integer code : Arrays.asList(null, 20429, 20003)) {
            Scene scene = Scene.dialing().on(new DialRefused(CUSTOMER_LEG, code));
            scene.hasEnded(CallStatus.FAILED, Outcome.FAILED, EndReason.NOT_DIALED);
            assertThat(scene.on(new LegTurned(AGENT_LEG, Turn.TOLD)).reply()).isEqualTo(new Say(Sentence.NOT_DIALED));
        }
        Scene own = new Scene(Cast.placedVia(Via.PHONE)).on(new DialRefused(AGENT_LEG, null));
        own.hasEnded(CallStatus.FAILED, Outcome.FAILED, EndReason.NOT_DIALED);
    }

    @Test
    void aNumberThatTwilioWillNotCallIsToldWithTwiliosCode() {
        Scene scene = Scene.dialing().on(new DialRefused(CUSTOMER_LEG, 21215));
        scene.hasEnded(CallStatus.FAILED, Outcome.FAILED, EndReason.CANNOT_BE_REACHED);
        assertThat(scene.ending().errorCode()).isEqualTo(21215);
        assertThat(scene.acts()).contains(new Act.TurnLeg(AGENT_LEG, Turn.TOLD));
    }

    @Test
    void aMemberWhoWasToldWhyDoesNotStayOnTheLineForEver() {
        Scene scene = Scene.dialing().on(reported(CUSTOMER_LEG, Cast.CUSTOMER, LegStatus.BUSY));
        scene.after(Duration.ofMinutes(1));
        scene.asksToEnd(AGENT_LEG);
    }

    @Test
    void whenTheMembersTabIsClosedTheCustomersPhoneStopsRinging() {
        Scene scene = Scene.dialing().on(new Dialed(CUSTOMER_LEG, Cast.CUSTOMER));
        scene.on(reported(Cast.AGENT, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.AGENT_LEFT);
        scene.asksToEnd(CUSTOMER_LEG);
    }

    @Test
    void whoeverHasLeftBeforeTheirComingIsHeardOfHasNobodyRung() {
        Scene scene = new Scene(Cast.placed())
                .on(annComes(0))
                .on(Scene.left(Cast.AGENT))
                .on(joined(Cast.AGENT));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.AGENT_LEFT);
        assertThat(scene.all(Act.Ring.class)).isEmpty();
    }

    @Test
    void ofTwoTabsTheLaterOneHasTheCall() {
        Scene scene = new Scene(Cast.placed())
                .on(annComes(0))
                .on(new AgentCame(Cast.SECOND, Cast.SECOND_LEG, ANN, "client:ann", 0))
                .on(joined(Cast.SECOND))
                .on(Scene.left(Cast.AGENT))
                .on(reported(Cast.AGENT, LegStatus.COMPLETED));
        scene.isAt(Stage.DIALING, CallStatus.QUEUED);
    }

    @Test
    void whoeverNeverComesHasNobodyRung() {
        Scene scene = new Scene(Cast.placed()).after(Dialing.FOR_AGENT);
        scene.hasEnded(CallStatus.FAILED, Outcome.FAILED, EndReason.AGENT_NEVER_CAME);
        assertThat(scene.all(Act.Ring.class)).isEmpty();
        assertThat(scene.on(annComes(0)).reply()).isEqualTo(new Say(Sentence.CALL_IS_OVER));
    }

    @Test
    void aTimerThatGoesOffTooEarlyGoesOffAgain() {
        Scene scene = new Scene(Cast.placed()).on(new CallEvent.AgentDue(0));
        assertThat(scene.acts())
                .containsExactly(new Act.Later(new CallEvent.AgentDue(0), Cast.NINE.plus(Dialing.FOR_AGENT)));
    }

    @Test
    void somebodyElsesBrowserIsNotLetIn() {
        Scene scene =
                new Scene(Cast.placed()).on(new AgentCame(Cast.SECOND, Cast.SECOND_LEG, Cast.BOB, "client:bob", 0));
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.NOT_YOUR_CALL));
    }

    @Test
    void theMembersOwnPhoneIsRungFirst() {
        Scene scene = new Scene(Cast.placedVia(Via.PHONE));
        assertThat(scene.all(Act.Ring.class)).containsExactly(new Act.Ring(AGENT_LEG));
        scene.on(new LegAnswered(AGENT_LEG, Cast.AGENT)).on(joined(Cast.AGENT));
        assertThat(scene.all(Act.Ring.class)).containsExactly(new Act.Ring(AGENT_LEG), new Act.Ring(CUSTOMER_LEG));
    }

    @Test
    void theMembersOwnPhoneMayRingForLongerThanABrowserTakes() {
        Scene scene = new Scene(Cast.placedVia(Via.PHONE))
                .on(new Dialed(AGENT_LEG, Cast.AGENT))
                .after(Duration.ofSeconds(50));
        scene.isAt(Stage.AWAITING_AGENT, CallStatus.QUEUED);
        assertThat(scene.all(Act.AskRoom.class)).isEmpty();
        scene.on(new LegAnswered(AGENT_LEG, Cast.AGENT)).after(Claims.TO_ENTER);
        assertThat(scene.acts()).contains(new Act.AskRoom(0));
        assertThat(scene.on(seen(0, Cast.AGENT)).acts()).contains(new Act.Ring(CUSTOMER_LEG));
    }

    @Test
    void aPhoneThatIsPickedUpButNeverComesIntoTheRoomIsNotWaitedForForEver() {
        Scene scene = new Scene(Cast.placedVia(Via.API)).on(new LegAnswered(AGENT_LEG, Cast.AGENT));
        for (int i = 0; i < 20 && !scene.call().isOver(); i++) {
            scene.after(Claims.TO_ENTER).on(seen(0));
        }
        scene.hasEnded(CallStatus.FAILED, Outcome.FAILED, EndReason.AGENT_NEVER_CAME);
        scene.asksToEnd(AGENT_LEG);
    }

    @Test
    void aMemberWhosePhoneCannotBeRungIsToldWhy() {
        Scene scene = new Scene(Cast.placedVia(Via.PHONE)).on(new DialRefused(AGENT_LEG, 21211));
        scene.hasEnded(CallStatus.FAILED, Outcome.FAILED, EndReason.AGENT_NEVER_CAME);
        assertThat(scene.ending().errorCode()).isEqualTo(21211);
        assertThat(scene.leg(CUSTOMER_LEG).status()).isEqualTo(LegStatus.CANCELED);
    }

    @Test
    void whenTheRoomEndsBothAreGone() {
        Scene scene =
                Scene.dialing().on(CUSTOMER_PICKS_UP).on(joined(Cast.CUSTOMER)).on(new RoomEnded(Cast.ROOM));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.ROOM_ENDED);
        scene.asksToEnd(AGENT_LEG);
        scene.asksToEnd(CUSTOMER_LEG);
    }
}
