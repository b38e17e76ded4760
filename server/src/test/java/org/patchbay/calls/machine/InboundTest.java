package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.calls.machine.Cast.ANN;
import static org.patchbay.calls.machine.Cast.BOB;
import static org.patchbay.calls.machine.Cast.CUSTOMER_LEG;
import static org.patchbay.calls.machine.Scene.annComes;
import static org.patchbay.calls.machine.Scene.joined;
import static org.patchbay.calls.machine.Scene.reported;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.machine.CallEvent.Accept;
import org.patchbay.calls.machine.CallEvent.AgentsChanged;
import org.patchbay.calls.machine.CallEvent.CallerCame;
import org.patchbay.calls.machine.CallEvent.Candidates;
import org.patchbay.calls.machine.CallEvent.Decline;
import org.patchbay.calls.machine.CallEvent.LegTurned;
import org.patchbay.calls.machine.CallEvent.Overtaken;
import org.patchbay.calls.machine.CallEvent.Turn;
import org.patchbay.calls.machine.Reply.Say;
import org.patchbay.calls.machine.Reply.Sentence;

/// A customer calls us.
class InboundTest {

    private static final Act.TurnLeg CALLER_TURNED = new Act.TurnLeg(CUSTOMER_LEG, Turn.UNANSWERED);

    @Test
    void aCallRingsOnTheDesksOfThoseWhoAreFreeWhileTheCallerHearsMusic() {
        Scene scene = Scene.ringing(ANN, BOB);
        scene.isAt(Stage.OFFERED, CallStatus.RINGING);
        assertThat(scene.acts()).contains(new Act.Offer(Set.of(ANN, BOB)));
        assertThat(scene.reply())
                .isEqualTo(new Reply.EnterRoom(
                        CUSTOMER_LEG, LegKind.CUSTOMER, "incoming-CA-caller", Reply.Wait.MUSIC, true, true, true));
    }

    @Test
    void whoTakesItSpeaksWithTheCallerUntilOneOfThemLeaves() {
        Scene scene = Scene.ringing(ANN, BOB).on(joined(Cast.CALLER)).on(new Accept(ANN, "Ann"));
        scene.isAt(Stage.CLAIMED, CallStatus.RINGING);
        assertThat(scene.reply()).isEqualTo(new Reply.Yours(1, "incoming-CA-caller"));
        scene.on(annComes(1)).on(joined(Cast.AGENT));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        scene.on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
        scene.asksToEnd(Cast.AGENT_LEG);
        assertThat(scene.call().claim().memberId()).isEqualTo(ANN);
    }

    @Test
    void onceAllHaveDeclinedTheCallerNeedNotWait() {
        Scene scene = Scene.ringing(ANN, BOB).on(new Decline(ANN, Cast.free(ANN, BOB)));
        scene.isAt(Stage.OFFERED, CallStatus.RINGING);
        scene.on(new Decline(BOB, Cast.free(ANN, BOB)));
        scene.isAt(Stage.UNANSWERED, CallStatus.RINGING);
        assertThat(scene.acts()).contains(CALLER_TURNED);
        scene.on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.NO_ANSWER, Outcome.MISSED, EndReason.EVERYBODY_DECLINED);
    }

    @Test
    void whileSomebodyMayStillBecomeFreeTheCallWaitsForThem() {
        Scene scene = Scene.ringing(ANN).on(new Decline(ANN, new Candidates(Set.of(ANN), Set.of(BOB))));
        scene.isAt(Stage.OFFERED, CallStatus.RINGING);
        scene.on(new AgentsChanged(Cast.free(ANN, BOB)));
        assertThat(scene.acts()).contains(new Act.Offer(Set.of(BOB)));
    }

    @Test
    void onceTheLastWhoMightHaveTakenItGoesTheCallerNeedNotWait() {
        Scene scene = Scene.ringing(ANN).on(new Decline(ANN, new Candidates(Set.of(ANN), Set.of(BOB))));
        scene.on(new AgentsChanged(Cast.free(ANN)));
        assertThat(scene.acts()).contains(CALLER_TURNED);
        assertThat(scene.ending().reason()).isEqualTo(EndReason.EVERYBODY_DECLINED);
    }

    @Test
    void whereNobodyIsThereTheCallerIsToldAtOnce() {
        Scene scene = new Scene(Cast.incoming(Cast.MESSAGE, Candidates.NOBODY));
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.NOBODY_AVAILABLE));
        scene.on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.NO_ANSWER, Outcome.MISSED, EndReason.NOBODY_AVAILABLE);
    }

    @Test
    void whereAllAreBusyTheCallRingsOnWhoeverBecomesFree() {
        Scene scene = new Scene(Cast.incoming(Cast.MESSAGE, Cast.busy(ANN, BOB)));
        scene.isAt(Stage.OFFERED, CallStatus.RINGING);
        assertThat(scene.all(Act.Offer.class)).isEmpty();
        scene.on(new AgentsChanged(new Candidates(Set.of(BOB), Set.of(ANN))));
        assertThat(scene.acts()).containsExactly(new Act.Offer(Set.of(BOB)));
    }

    @Test
    void whereAllWereBusyAndHaveGoneTheCallerNeedNotWait() {
        Scene scene = new Scene(Cast.incoming(Cast.VOICEMAIL, Cast.busy(ANN)));
        scene.on(new AgentsChanged(Candidates.NOBODY));
        assertThat(scene.acts()).contains(CALLER_TURNED);
        scene.on(new LegTurned(CUSTOMER_LEG, Turn.UNANSWERED));
        assertThat(scene.reply()).isEqualTo(new Reply.LeaveMessage(CUSTOMER_LEG));
    }

    @Test
    void whenTheTimeIsOverTheCallerHearsWhatTheNumberHasForThat() {
        Scene scene = Scene.ringing(ANN).on(joined(Cast.CALLER)).after(Duration.ofSeconds(60));
        scene.isAt(Stage.UNANSWERED, CallStatus.RINGING);
        assertThat(scene.acts()).contains(CALLER_TURNED);
        scene.on(Scene.left(Cast.CALLER)).on(new CallEvent.RoomEnded(Cast.ROOM));
        scene.on(new LegTurned(CUSTOMER_LEG, Turn.UNANSWERED));
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.NOBODY_AVAILABLE));
        scene.on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.NO_ANSWER, Outcome.MISSED, EndReason.NOBODY_ANSWERED);
        scene.asksToEndNothing();
    }

    @Test
    void whenTheCallerHangsUpTheRingingStops() {
        Scene scene = Scene.ringing(ANN).on(joined(Cast.CALLER)).on(Scene.left(Cast.CALLER));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        assertThat(scene.acts()).contains(new Act.Ended());
        scene.on(new Accept(ANN, "Ann"));
        assertThat(scene.reply()).isEqualTo(new Reply.TooLate());
    }

    @Test
    void whenTheCallerHangsUpWhileSomebodyIsOnTheirWayTheirLegIsEnded() {
        Scene scene = Scene.taken()
                .on(annComes(1))
                .on(reported(Cast.CALLER, LegStatus.COMPLETED))
                .after(Claims.FOR_NEWS);
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        scene.asksToEnd(Cast.AGENT_LEG);
        assertThat(scene.call().claim().memberId()).isNull();
    }

    @Test
    void theEndOfACallMayBeHeardOfBeforeTheCall() {
        Scene scene = new Scene(new Overtaken(
                Cast.CALL,
                Cast.WORKSPACE,
                CUSTOMER_LEG,
                Cast.CALLER,
                Cast.FROM_OUTSIDE,
                Cast.MESSAGE,
                LegStatus.COMPLETED,
                7));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        scene.on(new CallerCame(Cast.CALLER));
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.CALL_IS_OVER));
    }

    @Test
    void aBlockedCallerIsRejectedHoweverOftenTwilioAsks() {
        Scene scene = new Scene(Cast.blocked());
        scene.hasEnded(CallStatus.FAILED, Outcome.FAILED, EndReason.BLOCKED_CALLER);
        assertThat(scene.reply()).isEqualTo(new Reply.Reject());
        assertThat(scene.all(Act.Offer.class)).isEmpty();
        scene.on(new CallerCame(Cast.CALLER));
        assertThat(scene.reply()).isEqualTo(new Reply.Reject());
    }

    @Test
    void whoeverCallsANumberThatIsNotOursIsToldSoHoweverOftenTwilioAsks() {
        Scene scene = new Scene(Cast.toUnknownNumber());
        scene.hasEnded(CallStatus.FAILED, Outcome.FAILED, EndReason.NUMBER_NOT_IN_USE);
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.NUMBER_NOT_IN_USE));
        scene.on(new CallerCame(Cast.CALLER));
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.NUMBER_NOT_IN_USE));
    }

    @Test
    void theSameQuestionGetsTheSameAnswer() {
        Scene scene = Scene.ringing(ANN);
        Reply first = scene.reply();
        assertThat(scene.on(new CallerCame(Cast.CALLER)).reply()).isEqualTo(first);
        assertThat(scene.all(Act.Offer.class)).hasSize(1);
    }

    @Test
    void theySpeakFromWhenBothAreThere() {
        Scene scene = Scene.taken().on(annComes(1)).on(joined(Cast.AGENT));
        assertThat(scene.call().times().answered()).isEqualTo(Cast.NINE);
        scene.after(Duration.ofSeconds(4)).on(joined(Cast.CALLER));
        assertThat(scene.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(4));
        assertThat(scene.acts()).contains(new Act.Updated());
        scene.after(Duration.ofSeconds(4)).on(joined(Cast.CALLER));
        assertThat(scene.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(4));
    }

    @Test
    void aComingOfTheCallerThatIsHeardOfMuchTooLateChangesNothing() {
        Scene scene = Scene.taken().on(annComes(1)).on(joined(Cast.AGENT));
        scene.after(Duration.ofMinutes(4)).on(joined(Cast.CALLER));
        assertThat(scene.call().times().answered()).isEqualTo(Cast.NINE);
    }

    @Test
    void theySpeakFromWhenBothAreThereWhicheverIsHeardOfFirst() {
        Scene scene = Scene.taken().on(annComes(1)).after(Duration.ofSeconds(2)).on(joined(Cast.CALLER));
        scene.after(Duration.ofSeconds(4)).on(joined(Cast.AGENT), Cast.NINE.plusSeconds(1));
        assertThat(scene.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(2));
    }

    @Test
    void whoeverIsFoundTalkingHasBeenSinceTheyCame() {
        Scene scene = Scene.taken().on(joined(Cast.CALLER)).on(annComes(1)).after(Duration.ofSeconds(6));
        scene.on(reported(Cast.AGENT, LegStatus.IN_PROGRESS)).after(Duration.ofSeconds(2));
        scene.on(Scene.seen(1, Cast.CALLER, Cast.AGENT));
        assertThat(scene.call().times().answered()).isEqualTo(Cast.NINE);
    }

    @Test
    void thatBothAreThereIsKnownByTheConferencesStartToo() {
        Scene scene = Scene.taken().on(annComes(1)).on(joined(Cast.AGENT));
        scene.after(Duration.ofSeconds(4)).on(new CallEvent.RoomStarted(Cast.ROOM));
        assertThat(scene.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(4));
        assertThat(scene.leg(Cast.CUSTOMER_LEG).inRoom()).isTrue();
    }
}
