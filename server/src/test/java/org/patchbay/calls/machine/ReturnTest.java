package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.calls.machine.Cast.AGENT_LEG;
import static org.patchbay.calls.machine.Cast.ANN;
import static org.patchbay.calls.machine.Cast.BOB;
import static org.patchbay.calls.machine.Cast.CUSTOMER_LEG;
import static org.patchbay.calls.machine.Scene.joined;
import static org.patchbay.calls.machine.Scene.reported;
import static org.patchbay.calls.machine.Scene.seen;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.Dialed;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.CallEvent.LegAnswered;

/// A member's browser goes away in the middle of a call, and may come back.
class ReturnTest {

    private static AgentCame again(UUID member, Integer epoch) {
        return new AgentCame(Cast.SECOND, Cast.SECOND_LEG, member, "client:" + member, epoch);
    }

    private static Scene gone() {
        return Scene.talking().on(Scene.left(Cast.AGENT)).on(reported(Cast.AGENT, LegStatus.COMPLETED));
    }

    @Test
    void aPageThatIsLoadedAgainGoesOnWithTheCall() {
        Scene scene = gone();
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        scene.asksToEndNothingOf(CUSTOMER_LEG);

        scene.after(Duration.ofSeconds(4)).on(again(ANN, 1));
        assertThat(scene.reply()).isInstanceOf(Reply.EnterRoom.class);
        scene.on(joined(Cast.SECOND)).after(Duration.ofMinutes(5));

        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        scene.asksToEndNothingOf(CUSTOMER_LEG);
    }

    @Test
    void theCustomerDoesNotWaitForEver() {
        Scene scene = gone().after(Returns.GRACE);
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_GONE);
        scene.asksToEnd(CUSTOMER_LEG);
    }

    @Test
    void whatTheConferencesEndSaysOfTheCustomerDoesNotBlameThem() {
        Scene scene = gone().after(Returns.GRACE).on(new CallEvent.RoomEnded(Cast.ROOM, Cast.CALLER));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_GONE);
    }

    @Test
    void aCustomerWhoDoesNotWaitHasLeft() {
        Scene scene = gone().on(Scene.left(Cast.CALLER));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void aBrowserThatComesBackBeforeItsEndWasHeardOfTakesThePlaceOfTheFormer() {
        Scene scene = Scene.talking().on(again(ANN, 1));
        assertThat(scene.reply()).isInstanceOf(Reply.EnterRoom.class);
        assertThat(scene.acts()).contains(new Act.EndLeg(AGENT_LEG, true));
        scene.on(joined(Cast.SECOND)).on(Scene.left(Cast.AGENT)).on(reported(Cast.AGENT, LegStatus.COMPLETED));
        scene.after(Duration.ofMinutes(5));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
    }

    @Test
    void ofTwoMachinesTheLaterPressHasTheCallAndTheFirstDoesNotTakeItBackByItself() {
        AgentCame pressed = again(ANN, 1);
        Scene scene = Scene.talking().on(pressed).on(joined(Cast.SECOND)).on(Scene.left(Cast.AGENT));
        scene.on(backFor("CA-third", Cast.AGENT));
        assertThat(scene.reply()).isEqualTo(new Reply.Say(Reply.Sentence.NOT_YOUR_CALL));
        scene.asksToEndNothingOf(Cast.SECOND_LEG);
        scene.on(backFor("CA-fourth", Cast.AGENT, Cast.SECOND));
        assertThat(scene.reply()).isInstanceOf(Reply.EnterRoom.class);
        scene.asksToEnd(Cast.SECOND_LEG);
    }

    @Test
    void whoeverComesBackToAnEmptyPlaceIsLetIn() {
        assertThat(gone().on(backFor("CA-third", "CA-of-before")).reply()).isInstanceOf(Reply.EnterRoom.class);
    }

    private static AgentCame backFor(String sid, String... before) {
        return new AgentCame(sid, new UUID(3, sid.hashCode()), ANN, "client:ann", 1, Set.of(before));
    }

    @Test
    void nobodyElseAndNoOlderClaimComesBack() {
        assertThat(gone().on(again(BOB, 1)).reply()).isEqualTo(new Reply.Say(Reply.Sentence.NOT_YOUR_CALL));
        assertThat(gone().on(again(ANN, 0)).reply()).isEqualTo(new Reply.Say(Reply.Sentence.NOT_YOUR_CALL));
    }

    @Test
    void newsOfTheReturnThatWasLostIsAskedFor() {
        Scene scene = gone().on(again(ANN, 1)).after(Returns.GRACE);
        assertThat(scene.acts()).contains(new Act.AskRoom(1));
        scene.on(seen(1, Cast.CALLER, Cast.SECOND)).after(Duration.ofMinutes(1));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
    }

    @Test
    void whoeverIsNotInTheConferenceAfterAllHasNotComeBack() {
        Scene scene = gone().on(again(ANN, 1)).after(Returns.GRACE).on(seen(1, Cast.CALLER));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_GONE);
    }

    @Test
    void whoeverSpeaksByPhoneAndHangsUpEndsTheCallAtOnce() {
        Scene scene = new Scene(Cast.placedVia(Via.PHONE))
                .on(new Dialed(AGENT_LEG, Cast.AGENT))
                .on(new LegAnswered(AGENT_LEG, Cast.AGENT))
                .on(joined(Cast.AGENT))
                .on(new Dialed(CUSTOMER_LEG, Cast.CUSTOMER))
                .on(new LegAnswered(CUSTOMER_LEG, Cast.CUSTOMER))
                .on(joined(Cast.CUSTOMER))
                .on(Scene.left(Cast.AGENT));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_LEFT);
    }

    @Test
    void whoeverHangsUpOnTheDeskIsNotWaitedFor() {
        Scene scene = Scene.talking().on(new HangUp(ANN)).on(Scene.left(Cast.AGENT));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.HUNG_UP);
    }
}
