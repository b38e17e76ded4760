package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.calls.machine.Cast.AGENT_LEG;
import static org.patchbay.calls.machine.Cast.ANN;
import static org.patchbay.calls.machine.Cast.BOB;
import static org.patchbay.calls.machine.Cast.CLEO;
import static org.patchbay.calls.machine.Scene.annComes;
import static org.patchbay.calls.machine.Scene.joined;
import static org.patchbay.calls.machine.Scene.reported;
import static org.patchbay.calls.machine.Scene.seen;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.machine.CallEvent.Accept;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.AgentDue;
import org.patchbay.calls.machine.CallEvent.Decline;
import org.patchbay.calls.machine.CallEvent.RoomStarted;
import org.patchbay.calls.machine.Reply.Say;
import org.patchbay.calls.machine.Reply.Sentence;

/// One member takes a call, nobody else does, and whoever takes it has to come.
class ClaimTest {

    private static final Duration LEASE = Claims.LEASE;
    private static final Accept ANN_TAKES_IT = new Accept(ANN, "Ann");
    private static final Accept BOB_TAKES_IT = new Accept(BOB, "Bob");

    @Test
    void whoeverIsFirstHasItAndTheOtherHearsWho() {
        assertThat(Scene.ringing(ANN, BOB).on(ANN_TAKES_IT).on(BOB_TAKES_IT).reply())
                .isEqualTo(new Reply.Taken(ANN, "Ann"));
        assertThat(Scene.ringing(ANN, BOB).on(BOB_TAKES_IT).on(ANN_TAKES_IT).reply())
                .isEqualTo(new Reply.Taken(BOB, "Bob"));
    }

    @Test
    void whoeverAsksAgainHearsTheSameAgain() {
        Scene scene = Scene.taken();
        Reply first = scene.reply();
        assertThat(scene.on(ANN_TAKES_IT).reply()).isEqualTo(first);
        assertThat(scene.on(annComes(1)).on(joined(Cast.AGENT)).on(ANN_TAKES_IT).reply())
                .isEqualTo(first);
        assertThat(scene.all(Act.Claimed.class)).hasSize(1);
    }

    @Test
    void onlyThoseOnWhoseDeskItRingsMayTakeIt() {
        assertThat(Scene.ringing(ANN).on(BOB_TAKES_IT).reply()).isEqualTo(new Reply.NotOffered());
    }

    @Test
    void beforeAnybodyLosesACallTwilioIsAskedWhetherTheyAreThere() {
        Scene scene = Scene.taken().after(LEASE);
        assertThat(scene.acts()).contains(new Act.AskRoom(1));
        scene.isAt(Stage.CLAIMED, CallStatus.RINGING);
        scene.on(seen(1, Cast.CALLER));
        scene.isAt(Stage.OFFERED, CallStatus.RINGING);
        assertThat(scene.call().claim().memberId()).isNull();
        assertThat(scene.acts()).contains(new Act.Offer(Set.of(ANN, BOB)));
    }

    @Test
    void untilTwilioHasSaidWhoIsThereItIsAskedAgain() {
        Scene scene = Scene.taken().after(LEASE.multipliedBy(3));
        scene.isAt(Stage.CLAIMED, CallStatus.RINGING);
        assertThat(scene.all(Act.AskRoom.class)).hasSizeGreaterThan(1);
    }

    @Test
    void aLostJoinDoesNotCostAnybodyTheirCall() {
        Scene scene = Scene.taken().on(annComes(1)).after(LEASE).on(seen(1, Cast.CALLER, Cast.AGENT));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        assertThat(scene.call().claim().memberId()).isEqualTo(ANN);
    }

    @Test
    void aConversationWhoseBeginNobodyHeardOfIsAsLongAsItWas() {
        Scene found = Scene.taken()
                .after(Duration.ofSeconds(2))
                .on(annComes(1))
                .after(LEASE)
                .on(seen(1, Cast.CALLER, Cast.AGENT));
        assertThat(found.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(2));
        Scene over = Scene.taken()
                .after(Duration.ofSeconds(2))
                .on(annComes(1))
                .after(Duration.ofSeconds(4))
                .on(Scene.left(Cast.AGENT))
                .after(Returns.GRACE);
        over.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_GONE);
        assertThat(over.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(2));
        assertThat(over.call().times().ended()).isEqualTo(Cast.NINE.plusSeconds(16));
    }

    @Test
    void aLookIntoTheRoomTakesTheCallFromNobodyWhoStillHasTime() {
        Scene scene = Scene.taken().after(Duration.ofSeconds(2)).on(seen(1, Cast.CALLER));
        scene.isAt(Stage.CLAIMED, CallStatus.RINGING);
        scene.after(LEASE).on(seen(1, Cast.CALLER));
        scene.isAt(Stage.OFFERED, CallStatus.RINGING);
    }

    @Test
    void aLookForAnEarlierClaimSaysNothingOfThisOne() {
        Scene scene = Scene.taken()
                .after(LEASE)
                .on(seen(1))
                .on(BOB_TAKES_IT)
                .after(LEASE)
                .on(seen(1));
        scene.isAt(Stage.CLAIMED, CallStatus.RINGING);
    }

    @Test
    void aTimerThatGoesOffTooEarlyGoesOffAgain() {
        Scene scene = Scene.taken().on(new AgentDue(1));
        assertThat(scene.acts()).containsExactly(new Act.Later(new AgentDue(1), Cast.NINE.plus(LEASE)));
    }

    @Test
    void whoeverComesByAnOlderClaimIsNotLetIn() {
        Scene scene = Scene.taken().after(LEASE).on(seen(1)).on(BOB_TAKES_IT).on(annComes(1));
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.NOT_YOUR_CALL));
        scene = Scene.taken().after(LEASE).on(seen(1)).on(ANN_TAKES_IT).on(annComes(1));
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.NOT_YOUR_CALL));
        assertThat(scene.on(annComes(2)).reply()).isInstanceOf(Reply.EnterRoom.class);
    }

    @Test
    void whoeverIsLateLeavesAgainAndTheCallerStays() {
        Scene scene = Scene.taken().on(annComes(1)).after(LEASE).on(seen(1, Cast.CALLER));
        assertThat(scene.acts()).contains(new Act.EndLeg(AGENT_LEG, true));
        scene.on(joined(Cast.AGENT));
        scene.isAt(Stage.OFFERED, CallStatus.RINGING);
        scene.on(BOB_TAKES_IT).on(Scene.left(Cast.AGENT)).on(reported(Cast.AGENT, LegStatus.COMPLETED));
        scene.isAt(Stage.CLAIMED, CallStatus.RINGING);
        assertThat(scene.call().claim().memberId()).isEqualTo(BOB);
    }

    @Test
    void aBrowserOfSomebodyElseIsNotLetIn() {
        Scene scene = Scene.taken().on(new AgentCame("CA-bob", Cast.SECOND_LEG, BOB, "client:bob", 1));
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.NOT_YOUR_CALL));
        assertThat(scene.state().legs()).hasSize(1);
    }

    @Test
    void whenTheLegOfWhoTookItDiesTheCallRingsAgainAtOnce() {
        Scene scene = Scene.taken().on(annComes(1)).on(reported(Cast.AGENT, LegStatus.FAILED));
        scene.isAt(Stage.OFFERED, CallStatus.RINGING);
    }

    @Test
    void itDoesNotRingAgainOnTheDesksOfThoseWhoHaveDeclined() {
        Scene scene = Scene.ringing(ANN, BOB, CLEO)
                .on(new Decline(BOB, Cast.free(ANN, BOB, CLEO)))
                .on(ANN_TAKES_IT)
                .on(new Decline(CLEO, Cast.free(BOB, CLEO)))
                .after(LEASE)
                .on(seen(1, Cast.CALLER));
        assertThat(scene.acts()).contains(new Act.Offer(Set.of(ANN)));
    }

    @Test
    void whoeverTakesItAfterAllHasNotDeclined() {
        Scene scene = Scene.ringing(ANN, BOB)
                .on(new Decline(ANN, Cast.free(ANN, BOB)))
                .on(ANN_TAKES_IT)
                .after(LEASE)
                .on(seen(1, Cast.CALLER));
        assertThat(scene.acts()).contains(new Act.Offer(Set.of(ANN, BOB)));
    }

    @Test
    void theTimeOfACallGoesOnWhileSomebodyHasIt() {
        Scene scene = Scene.ringing(ANN).after(Duration.ofSeconds(55)).on(ANN_TAKES_IT);
        scene.after(LEASE);
        scene.isAt(Stage.CLAIMED, CallStatus.RINGING);
        scene.on(seen(1, Cast.CALLER));
        scene.isAt(Stage.UNANSWERED, CallStatus.RINGING);
        assertThat(scene.call().claim().memberId()).isNull();
    }

    @Test
    void ofTwoTabsTheLaterOneHasTheCall() {
        Scene scene = Scene.taken()
                .on(joined(Cast.CALLER))
                .on(annComes(1))
                .on(new AgentCame(Cast.SECOND, Cast.SECOND_LEG, ANN, "client:ann", 1));
        assertThat(scene.acts()).contains(new Act.EndLeg(AGENT_LEG, true));
        scene.on(joined(Cast.AGENT));
        scene.isAt(Stage.CLAIMED, CallStatus.RINGING);
        scene.on(joined(Cast.SECOND));
        scene.on(Scene.left(Cast.AGENT)).on(reported(Cast.AGENT, LegStatus.COMPLETED));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
    }

    @Test
    void whoeverLeavesHasBeenThereEvenIfNobodyHeardOfIt() {
        Scene scene = Scene.taken().on(joined(Cast.CALLER)).on(annComes(1)).on(Scene.left(Cast.AGENT));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        scene.after(Returns.GRACE);
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_GONE);
    }

    @Test
    void whoSpokeHasSpokenEvenIfTheCallersEndIsHeardBeforeTheMembersComing() {
        Scene scene = almostTogether().on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.isAt(Stage.CLAIMED, CallStatus.RINGING);
        scene.on(reported(Cast.AGENT, LegStatus.COMPLETED)).after(Duration.ofSeconds(2));
        scene.on(joined(Cast.AGENT), Cast.NINE.plusSeconds(3));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
        assertThat(scene.call().claim().memberId()).isEqualTo(ANN);
        assertThat(scene.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(3));
        assertThat(scene.call().times().ended()).isEqualTo(Cast.NINE.plusSeconds(4));
    }

    @Test
    void theMembersLeavingTellsOfItToo() {
        Scene scene = almostTogether()
                .on(Scene.left(Cast.CALLER))
                .on(reported(Cast.CALLER, LegStatus.COMPLETED))
                .on(reported(Cast.AGENT, LegStatus.COMPLETED))
                .on(Scene.left(Cast.AGENT));
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void whoSpokeHasSpokenEvenIfOfTheMemberOnlyTheEndIsHeard() {
        Scene over = almostTogether().on(reported(Cast.AGENT, LegStatus.COMPLETED));
        over.isAt(Stage.CLAIMED, CallStatus.RINGING);

        Scene waits = over.on(Scene.left(Cast.AGENT));
        waits.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        assertThat(waits.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(2));
        waits.after(Returns.GRACE);
        waits.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_GONE);

        Scene leaves = almostTogether()
                .on(reported(Cast.AGENT, LegStatus.COMPLETED))
                .on(Scene.left(Cast.CALLER))
                .on(reported(Cast.CALLER, LegStatus.COMPLETED))
                .on(Scene.left(Cast.AGENT));
        leaves.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void theComingOfAMemberWhoHasGoneAlreadyIsHeardToo() {
        Scene scene = almostTogether()
                .on(reported(Cast.AGENT, LegStatus.COMPLETED))
                .on(joined(Cast.AGENT), Cast.NINE.plusSeconds(3));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        scene.after(Returns.GRACE);
        scene.hasEnded(CallStatus.COMPLETED, Outcome.ANSWERED, EndReason.AGENT_GONE);
    }

    @Test
    void aLegThatIsOverAndOfWhichNoMoreIsHeardGivesTheCallBack() {
        Scene scene =
                almostTogether().on(reported(Cast.AGENT, LegStatus.COMPLETED)).after(Claims.FOR_LEAVING);
        scene.isAt(Stage.OFFERED, CallStatus.RINGING);
    }

    @Test
    void aCallerWhoLeavesWhileTheMemberComesHasNotWaited() {
        Scene scene = almostTogether().on(reported(Cast.CALLER, LegStatus.COMPLETED));
        scene.on(annComes(1)).on(new AgentCame(Cast.SECOND, Cast.SECOND_LEG, ANN, "client:ann", 1));
        assertThat(scene.reply()).isEqualTo(new Say(Sentence.CALL_IS_OVER));
        scene.after(Claims.FOR_NEWS);
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        scene.asksToEnd(AGENT_LEG);
        assertThat(scene.call().times().ended()).isEqualTo(Cast.NINE.plusSeconds(4));
    }

    @Test
    void aMemberWhoComesAfterTheCallerHasGoneHasSpokenWithNobody() {
        Scene scene = almostTogether()
                .on(reported(Cast.CALLER, LegStatus.COMPLETED))
                .after(Duration.ofSeconds(1))
                .on(joined(Cast.AGENT));
        scene.hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
        scene.asksToEnd(AGENT_LEG);
    }

    @Test
    void aCallerWhoLeavesBeforeTheMembersLegIsThereHasLeftAtOnce() {
        Scene.taken()
                .on(reported(Cast.CALLER, LegStatus.COMPLETED))
                .hasEnded(CallStatus.CANCELED, Outcome.ABANDONED, EndReason.CUSTOMER_LEFT);
    }

    @Test
    void aConferenceThatStartsTellsThatTheMemberIsThere() {
        Scene scene = almostTogether().on(new RoomStarted(Cast.ROOM), Cast.NINE.plusSeconds(3));
        scene.isAt(Stage.TALKING, CallStatus.IN_PROGRESS);
        assertThat(scene.call().times().answered()).isEqualTo(Cast.NINE.plusSeconds(3));
    }

    @Test
    void aConferenceThatStartedBeforeTheMembersLegCameTellsNothingOfIt() {
        Scene scene = almostTogether().on(new RoomStarted(Cast.ROOM), Cast.NINE.plusMillis(900));
        scene.isAt(Stage.CLAIMED, CallStatus.RINGING);
    }

    /// Four seconds after nine, Ann's leg has been let in, and nobody has heard that it is there.
    private static Scene almostTogether() {
        return Scene.taken()
                .on(joined(Cast.CALLER))
                .after(Duration.ofSeconds(2))
                .on(annComes(1))
                .after(Duration.ofSeconds(2));
    }
}
