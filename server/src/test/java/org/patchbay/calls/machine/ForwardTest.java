package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.calls.machine.Cast.ANN;
import static org.patchbay.calls.machine.Cast.CUSTOMER_LEG;
import static org.patchbay.calls.machine.Scene.joined;
import static org.patchbay.calls.machine.Scene.reported;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.machine.CallEvent.CallerCame;
import org.patchbay.calls.machine.CallEvent.ForwardEnded;
import org.patchbay.calls.machine.CallEvent.LegGone;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.CallEvent.LegTurned;
import org.patchbay.calls.machine.CallEvent.RoomEnded;
import org.patchbay.calls.machine.CallEvent.Turn;
import org.patchbay.calls.machine.Reply.GoOn;
import org.patchbay.calls.machine.Reply.Say;
import org.patchbay.calls.machine.Reply.Sentence;

/// A call goes on to a phone.
class ForwardTest {

    private static final ForwardEnded BUSY = new ForwardEnded(LegStatus.BUSY, false, Cast.PHONE);
    private static final ForwardEnded SPOKEN = new ForwardEnded(LegStatus.COMPLETED, true, Cast.PHONE);

    private static UUID phoneLeg(Scene scene) {
        return scene.state().of(LegKind.THIRD_PARTY).findFirst().orElseThrow().id();
    }

    private static Scene forwarded(Call.Terms terms) {
        return new Scene(Cast.forwarded(terms));
    }

    private static Scene phonePickedUp(Scene scene) {
        return scene.on(reported(phoneLeg(scene), Cast.PHONE, LegStatus.IN_PROGRESS));
    }

    @Test
    void theCallerAndThePhoneSpeakUntilOneLeaves() {
        Scene scene = forwarded(Cast.FORWARD);
        assertThat(scene.reply()).isEqualTo(new GoOn(CUSTOMER_LEG, phoneLeg(scene), "+4930222", true, false));
        scene.isAt(Stage.FORWARDED, CallStatus.RINGING);
        phonePickedUp(scene);
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        assertThat(scene.on(SPOKEN).reply()).isEqualTo(new Reply.Over());
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_LEFT);
    }

    @Test
    void theSameQuestionGetsTheSameAnswerEvenWhileTheySpeak() {
        Scene scene = forwarded(Cast.FORWARD);
        Reply first = scene.reply();
        assertThat(scene.on(new CallerCame(Cast.CALLER)).reply()).isEqualTo(first);
        assertThat(phonePickedUp(scene).on(new CallerCame(Cast.CALLER)).reply()).isEqualTo(first);
        assertThat(scene.state().legs()).hasSize(2);
    }

    @Test
    void whereThePhoneIsBusyTheCallerHearsSoHoweverOftenTwilioAsks() {
        Scene scene = forwarded(Cast.FORWARD).on(BUSY);
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.NOBODY_AVAILABLE));
        scene.hasEnded(CallStatus.NO_ANSWER, Outcome.MISSED, EndReason.NOBODY_ANSWERED);
        scene.asksToEndNothing();
        assertThat(scene.on(BUSY).reply()).isEqualTo(new Say(Sentence.NOBODY_AVAILABLE));
        scene.after(Duration.ofMinutes(1));
        scene.asksToEnd(CUSTOMER_LEG);
    }

    @Test
    void whereThePhoneIsBusyTheCallerMayLeaveAMessage() {
        Scene scene = forwarded(Cast.FORWARD_ELSE_VOICEMAIL).on(BUSY);
        assertThat(scene.reply()).isEqualTo(new Reply.LeaveMessage(CUSTOMER_LEG));
        assertThat(scene.on(BUSY).reply()).isEqualTo(new Reply.LeaveMessage(CUSTOMER_LEG));
        scene.isAt(Stage.UNANSWERED, CallStatus.RINGING);
        scene.on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.NO_ANSWER, Outcome.MISSED, EndReason.NOBODY_ANSWERED);
    }

    @Test
    void whoeverIsToPressAKeyHasTheCallOnlyThen() {
        Scene scene = phonePickedUp(forwarded(Cast.WHISPER));
        scene.isAt(Stage.FORWARDED, CallStatus.RINGING);
        scene.on(new LegTurned(phoneLeg(scene), Turn.TAKEN));
        assertThat(scene.reply()).isEqualTo(new Reply.Done());
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
    }

    @Test
    void aMailboxThatPressesNoKeyHasNotTakenTheCall() {
        Scene scene = phonePickedUp(forwarded(Cast.WHISPER))
                .on(reported(Cast.PHONE, LegStatus.COMPLETED))
                .on(new ForwardEnded(LegStatus.COMPLETED, false, Cast.PHONE));
        scene.hasEnded(CallStatus.NO_ANSWER, Outcome.MISSED, EndReason.NOBODY_ANSWERED);
    }

    @Test
    void aKeyThatIsPressedAfterTheEndTakesNothing() {
        Scene scene = phonePickedUp(forwarded(Cast.WHISPER)).on(reported(Cast.CALLER, LegStatus.COMPLETED));
        assertThat(scene.on(new LegTurned(phoneLeg(scene), Turn.TAKEN)).reply()).isEqualTo(new Reply.Over());
        scene.after(Claims.FOR_NEWS);
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        assertThat(scene.on(new LegTurned(phoneLeg(scene), Turn.TAKEN)).reply()).isEqualTo(new Reply.Over());
    }

    @Test
    void whoSpokeHasSpokenEvenIfTheCallersEndIsHeardFirst() {
        CallEvent callerLeft = reported(Cast.CALLER, LegStatus.COMPLETED);
        Scene byThePhonesAnswer =
                forwarded(Cast.FORWARD).after(Duration.ofSeconds(9)).on(callerLeft);
        byThePhonesAnswer.isAt(Stage.FORWARDED, CallStatus.RINGING);
        byThePhonesAnswer.on(
                reported(phoneLeg(byThePhonesAnswer), Cast.PHONE, LegStatus.IN_PROGRESS), Cast.NINE.plusSeconds(4));
        byThePhonesAnswer.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
        assertThat(byThePhonesAnswer.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(4));

        Scene byItsEnd = forwarded(Cast.FORWARD).on(callerLeft);
        byItsEnd.on(reported(phoneLeg(byItsEnd), Cast.PHONE, LegStatus.COMPLETED));
        byItsEnd.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);

        Scene byTheDials = forwarded(Cast.FORWARD).on(callerLeft).on(SPOKEN);
        byTheDials.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void aCallerWhoLeavesWhileThePhoneRingsHasNotWaited() {
        CallEvent callerLeft = reported(Cast.CALLER, LegStatus.COMPLETED);
        Scene told = forwarded(Cast.FORWARD).on(callerLeft);
        told.on(reported(phoneLeg(told), Cast.PHONE, LegStatus.CANCELED));
        told.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);

        Scene silent = forwarded(Cast.FORWARD).on(callerLeft).after(Claims.FOR_NEWS);
        silent.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        assertThat(silent.call().times().ended()).isEqualTo(Cast.NINE);
    }

    @Test
    void aPhoneThatWasHungUpHadBeenPickedUpEvenIfNobodyHeardOfIt() {
        Scene scene = forwarded(Cast.FORWARD);
        scene.on(reported(phoneLeg(scene), Cast.PHONE, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_LEFT);
    }

    @Test
    void aPhoneThatIsFoundWhenItIsOverWasSpokenOnForAsLongAsTwilioSays() {
        Scene scene = forwarded(Cast.FORWARD).after(Duration.ofMinutes(10));
        Instant ended = Cast.NINE.plusSeconds(75);
        scene.on(new LegReported(phoneLeg(scene), Cast.PHONE, LegStatus.COMPLETED, -1, 60, null, ended));
        assertThat(scene.call().times().answered()).isEqualTo(ended.minusSeconds(60));
        assertThat(scene.call().times().ended()).isEqualTo(ended);
        Leg.Times phone = scene.leg(phoneLeg(scene)).times();
        assertThat(phone.answered()).isEqualTo(ended.minusSeconds(60));
        assertThat(phone.ended()).isEqualTo(ended);
    }

    @Test
    void nothingThatIsFoundLaterWasBeforeTheCallOrIsStillToCome() {
        Scene early = forwarded(Cast.FORWARD).after(Duration.ofMinutes(1));
        early.on(new LegReported(
                CUSTOMER_LEG, Cast.CALLER, LegStatus.COMPLETED, -1, 1, null, Cast.NINE.minusSeconds(9)));
        early.after(Claims.FOR_NEWS);
        assertThat(early.call().times().ended()).isEqualTo(Cast.NINE);

        Scene late = forwarded(Cast.FORWARD).after(Duration.ofMinutes(1));
        late.on(new LegReported(
                CUSTOMER_LEG, Cast.CALLER, LegStatus.COMPLETED, -1, 1, null, Cast.NINE.plusSeconds(90)));
        late.after(Claims.FOR_NEWS);
        assertThat(late.call().times().ended()).isEqualTo(Cast.NINE.plusSeconds(60));
    }

    @Test
    void aPhoneThatTwilioNeverRangIsCanceled() {
        Scene scene = forwarded(Cast.FORWARD).on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.on(new LegGone(phoneLeg(scene)));
        assertThat(scene.leg(phoneLeg(scene)).status()).isEqualTo(LegStatus.CANCELED);
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void aCallThatNobodyTookGoesOnToAPhone() {
        Scene scene = new Scene(Cast.incoming(Cast.FORWARD, Cast.free(ANN)))
                .on(joined(Cast.CALLER))
                .after(Duration.ofSeconds(60))
                .on(new LegTurned(CUSTOMER_LEG, Turn.UNANSWERED));
        assertThat(scene.reply()).isInstanceOf(GoOn.class);
        phonePickedUp(scene);
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
    }

    @Test
    void oldNewsOfTheRoomThatTheCallerWasInEndsNothing() {
        Scene scene = new Scene(Cast.incoming(Cast.FORWARD, Cast.free(ANN)))
                .on(joined(Cast.CALLER))
                .after(Duration.ofSeconds(60))
                .on(new LegTurned(CUSTOMER_LEG, Turn.UNANSWERED));
        phonePickedUp(scene).on(Scene.left(Cast.CALLER)).on(new RoomEnded(Cast.ROOM));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
    }

    @Test
    void aNumberThatForwardsToNobodySaysSo() {
        Scene scene = forwarded(Cast.MESSAGE);
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.NOBODY_AVAILABLE));
        scene.on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.NO_ANSWER, Outcome.MISSED, EndReason.NOBODY_AVAILABLE);
    }

    @Test
    void aForwardedCallOfWhichNothingIsHeardAnyMoreIsLookedAfter() {
        Scene scene = forwarded(Cast.FORWARD).after(Duration.ofMinutes(3));
        assertThat(scene.all(Act.Find.class)).contains(new Act.Find(CUSTOMER_LEG));
    }

    @Test
    void aCallerWhoHangsUpWhileThePhoneRingsHasGivenUpWhicheverIsToldFirst() {
        Scene scene =
                new Scene(Cast.forwarded(Cast.FORWARD)).on(new ForwardEnded(LegStatus.CANCELED, false, Cast.PHONE));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        scene.on(Scene.reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void howLongThePhoneWasSpokenOnIsKnownByTheDialsEndToo() {
        Scene scene = new Scene(Cast.forwarded(Cast.FORWARD)).after(Duration.ofSeconds(30));
        scene.on(new ForwardEnded(LegStatus.COMPLETED, true, Cast.PHONE, 12));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_LEFT);
        assertThat(scene.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(18));
        assertThat(scene.leg(phoneLeg(scene)).durationSeconds()).isEqualTo(12);
    }
}
