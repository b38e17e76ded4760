package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.calls.machine.Cast.ANN;
import static org.patchbay.calls.machine.Cast.CUSTOMER_LEG;
import static org.patchbay.calls.machine.Scene.reported;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.machine.CallEvent.DialRefused;
import org.patchbay.calls.machine.CallEvent.DialUnclear;
import org.patchbay.calls.machine.CallEvent.Dialed;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.CallEvent.LegAnswered;
import org.patchbay.calls.machine.CallEvent.LegGone;

/// Twilio is asked to ring somebody, and its answer comes late, twice or never.
class DialTest {

    private static final Dialed DIALED = new Dialed(CUSTOMER_LEG, Cast.CUSTOMER);

    @Test
    void aCallbackMayKnowTheSidBeforeTheAnswerDoes() {
        Scene scene = Scene.dialing().on(reported(CUSTOMER_LEG, Cast.CUSTOMER, LegStatus.RINGING));
        assertThat(scene.leg(CUSTOMER_LEG).sid()).isEqualTo(Cast.CUSTOMER);
        assertThat(scene.leg(CUSTOMER_LEG).dial()).isEqualTo(Dial.DONE);
        scene.on(DIALED).on(new DialUnclear(CUSTOMER_LEG)).on(new DialRefused(CUSTOMER_LEG, 20500));
        scene.isAt(Stage.DIALING, CallStatus.RINGING);
    }

    @Test
    void whatMayHaveBeenRungIsLookedForAndNeverRungAgain() {
        Scene scene = Scene.dialing().on(new DialUnclear(CUSTOMER_LEG)).after(Duration.ofMinutes(2));
        assertThat(scene.all(Act.Ring.class)).hasSize(1);
        assertThat(scene.all(Act.Find.class)).contains(new Act.Find(CUSTOMER_LEG));
        scene.on(DIALED).on(new LegAnswered(CUSTOMER_LEG, Cast.CUSTOMER));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
    }

    @Test
    void whatWasNeverRungIsToldToTheMember() {
        Scene scene = Scene.dialing().on(new DialUnclear(CUSTOMER_LEG)).on(new LegGone(CUSTOMER_LEG));
        scene.hasEnded(CallStatus.FAILED, Outcome.FAILED, EndReason.NOT_DIALED);
        assertThat(scene.acts()).contains(new Act.TurnLeg(Cast.AGENT_LEG, CallEvent.Turn.TOLD));
    }

    @Test
    void whatWasGivenUpIsEndedOnceItTurnsUpAfterAll() {
        Scene scene = Scene.dialing().on(new LegGone(CUSTOMER_LEG)).on(DIALED);
        assertThat(scene.acts()).containsExactly(new Act.EndLeg(CUSTOMER_LEG, false));
        scene = Scene.dialing().on(new LegGone(CUSTOMER_LEG));
        scene.on(reported(CUSTOMER_LEG, Cast.CUSTOMER, LegStatus.RINGING));
        assertThat(scene.acts()).containsExactly(new Act.EndLeg(CUSTOMER_LEG, false));
    }

    @Test
    void whatIsRungWhileTheCallEndsIsEndedOnceItsSidIsKnown() {
        Scene scene = Scene.dialing().on(new HangUp(ANN));
        scene.asksToEndNothingOf(CUSTOMER_LEG);
        scene.on(DIALED);
        scene.asksToEnd(CUSTOMER_LEG);
        scene.on(reported(Cast.CUSTOMER, LegStatus.CANCELED));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.HUNG_UP);
    }

    @Test
    void whatIsRungWhileTheCallEndsIsLookedForUntilItsSidIsKnown() {
        Scene scene = Scene.dialing().on(new HangUp(ANN)).after(Duration.ofMinutes(1));
        assertThat(scene.all(Act.Find.class)).contains(new Act.Find(CUSTOMER_LEG));
    }

    @Test
    void whoeverPicksUpAfterTheEndIsNotLeftOnTheLine() {
        Scene scene = Scene.dialing().on(new HangUp(ANN)).on(new LegAnswered(CUSTOMER_LEG, Cast.CUSTOMER));
        assertThat(scene.reply()).isEqualTo(new Reply.Over());
        assertThat(scene.leg(CUSTOMER_LEG).sid()).isEqualTo(Cast.CUSTOMER);
        scene.asksToEnd(CUSTOMER_LEG);
    }

    @Test
    void aRingingOfWhichNothingIsHeardAnyMoreIsLookedAfter() {
        Scene scene = Scene.dialing().on(DIALED).after(Duration.ofMinutes(2));
        assertThat(scene.all(Act.Find.class)).contains(new Act.Find(CUSTOMER_LEG));
        scene.on(reported(Cast.CUSTOMER, LegStatus.NO_ANSWER));
        scene.hasEnded(CallStatus.NO_ANSWER, Outcome.MISSED, EndReason.NO_ANSWER);
    }
}
