package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.patchbay.simulator.faults.FaultKind;
import org.patchbay.simulator.faults.FaultPlan;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.twilio.Eventually;
import tools.jackson.databind.JsonNode;

/// Somebody calls a number of ours.
@Execution(ExecutionMode.CONCURRENT)
class IncomingCallTest {

    private final Practice practice = Practice.open(Shared.INSTALLATION);

    @Test
    void aCallRingsOnADeskIsTakenSpokenAndEndedByTheCaller() {
        Agent ada = practice.agent("Ada Nkemelu");
        Phone customer = practice.phone();

        PhoneCall call = practice.calls(customer);
        String callId = ada.offered();
        JsonNode offered = ada.call(callId);
        assertThat(offered.path("from").asString()).isEqualTo(customer.address());
        assertThat(offered.path("to").asString()).isEqualTo(practice.number());
        assertThat(offered.path("status").asString()).isEqualTo("ringing");
        assertThat(offered.path("conference").asString())
                .isEqualTo("incoming-" + call.sid().orElseThrow());
        Eventually.is(List.of("This call is recorded."), customer::heard);

        PhoneCall browser = ada.takes(callId);
        ada.frames().await("call.claimed", callId);
        ada.awaits(callId, "in-progress");
        practice.awaitsBoth(callId);
        assertThat(browser.isOver()).isFalse();

        call.hangUp();
        JsonNode over = practice.awaits(callId, "completed");
        assertThat(over.at("/call/outcome").asString()).isEqualTo("answered");
        Eventually.is("customer-left", () -> endReason(callId));
        assertThat(over.at("/call/memberName").asString()).isEqualTo("Ada Nkemelu");
        ada.frames().await("call.ended", callId);
        Eventually.is(true, browser::isOver);
        practice.awaitsSilence(callId);
        for (String moment : List.of("call.incoming", "agent.came", "room.started", "room.joined", "room.ended")) {
            Eventually.is(true, () -> Practice.timeline(practice.detail(callId)).contains(moment));
        }
    }

    @Test
    void theAgentEndsTheCallOnTheDesk() {
        Agent ada = practice.agent("Ada Nkemelu");
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();
        PhoneCall browser = ada.takes(callId);
        practice.awaitsBoth(callId);

        ada.hangUp(callId);

        assertThat(practice.awaits(callId, "completed").at("/call/endReason").asString())
                .isEqualTo("hung-up");
        Eventually.is(true, call::isOver);
        Eventually.is(true, browser::isOver);
        practice.awaitsSilence(callId);
    }

    @Test
    void aBrowserThatGoesAndDoesNotComeBackLetsTheCallerGo() {
        Agent ada = practice.agent("Ada Nkemelu");
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();
        PhoneCall browser = ada.takes(callId);
        practice.awaitsBoth(callId);

        browser.hangUp();

        practice.awaits(callId, "completed");
        Eventually.is("agent-gone", () -> endReason(callId));
        Eventually.is(true, call::isOver);
        practice.awaitsSilence(callId);
    }

    @Test
    void whoIsDeclinedByEverybodyIsToldSo() {
        Agent ada = practice.agent("Ada Nkemelu");
        Phone customer = practice.phone();
        PhoneCall call = practice.calls(customer);
        String callId = ada.offered();

        ada.decline(callId);

        JsonNode over = practice.awaits(callId, "no-answer");
        assertThat(over.at("/call/endReason").asString()).isEqualTo("everybody-declined");
        assertThat(over.at("/call/outcome").asString()).isEqualTo("missed");
        Eventually.is(true, call::isOver);
        assertThat(customer.heard()).last().asString().contains("Nobody can take your call");
    }

    @Test
    void whereNobodyIsAvailableACallerIsToldSoAndTheCallEnds() {
        Phone customer = practice.phone();

        PhoneCall call = practice.calls(customer);

        Eventually.is(true, call::isOver);
        assertThat(customer.heard()).singleElement().asString().contains("Nobody can take your call");
        String callId = practice.onlyCall();
        JsonNode over = practice.awaits(callId, "no-answer");
        assertThat(over.at("/call/endReason").asString()).isEqualTo("nobody-available");
        practice.awaitsSilence(callId);
    }

    @Test
    void aCallThatNobodyTakesInTimeGoesTheNumbersWay() {
        practice.number(Map.of("noAnswerSeconds", 5));
        Agent ada = practice.agent("Ada Nkemelu");
        Phone customer = practice.phone();
        PhoneCall call = practice.calls(customer);
        String callId = ada.offered();

        JsonNode over = practice.awaits(callId, "no-answer");

        assertThat(over.at("/call/endReason").asString()).isEqualTo("nobody-answered");
        assertThat(over.at("/call/waitSeconds").asInt()).isBetween(5, 59);
        Eventually.is(true, call::isOver);
        assertThat(customer.heard()).last().asString().contains("Nobody can take your call");
        ada.frames().await("call.ended", callId);
        assertThat(ada.frames().of(callId)).startsWith("call.offered").endsWith("call.ended");
        assertThat(ada.accept(callId).problem()).isEqualTo("call-over");
    }

    @Test
    void aCallerWhoHangsUpWhileItRingsHasAbandonedTheCall() {
        Agent ada = practice.agent("Ada Nkemelu");
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();

        call.hangUp();

        JsonNode over = practice.awaits(callId, "canceled");
        assertThat(over.at("/call/outcome").asString()).isEqualTo("abandoned");
        ada.frames().await("call.ended", callId);
        assertThat(ada.accept(callId).status()).isEqualTo(409);
    }

    @Test
    void aCallerWhoHidesTheirNumberIsTakenAsAnybody() {
        Agent ada = practice.agent("Ada Nkemelu");

        PhoneCall call = practice.calls(practice.installation().simulator().phone("anonymous"));
        String callId = ada.offered();
        ada.takes(callId);

        assertThat(ada.awaits(callId, "in-progress").path("from").asString()).isEqualTo("anonymous");
        call.hangUp();
        practice.awaits(callId, "completed");
    }

    @Test
    void aCallerWhoHangsUpWhileTheyAreToldOfTheRecordingEndsTheCallForTheAgentToo() {
        Agent ada = practice.agent("Ada Nkemelu");
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();
        PhoneCall browser = ada.takes(callId);
        ada.awaits(callId, "in-progress");

        call.hangUp();

        assertThat(practice.awaits(callId, "completed").at("/call/endReason").asString())
                .isEqualTo("customer-left");
        Eventually.is(true, browser::isOver);
        practice.awaitsSilence(callId);
    }

    @Test
    void aBlockedCallerIsNotTaken() {
        Agent ada = practice.agent("Ada Nkemelu");
        Phone pest = practice.phone();
        practice.owner()
                .api()
                .call("POST", "/api/blocked-callers", Map.of("phoneNumber", pest.address(), "reason", "Silent calls"));

        PhoneCall call = practice.calls(pest);

        Eventually.is(true, call::isOver);
        String callId = practice.onlyCall();
        assertThat(practice.detail(callId).at("/call/endReason").asString()).isEqualTo("blocked-caller");
        assertThat(pest.heard()).isEmpty();
        assertThat(ada.frames().of(callId)).doesNotContain("call.offered");
    }

    @Test
    void theSameWebhookTwiceIsAnsweredTheSameAndMakesOneCall() {
        practice.agent("Ada Nkemelu");
        PhoneCall call = practice.calls(practice.phone());
        String callId = practice.onlyCall();
        practice.awaits(callId, "ringing");
        Replay first = Replay.of(practice, call.sid().orElseThrow(), "VOICE");

        assertThat(first.again()).isEqualTo(first.answer()).contains("<Conference");

        call.hangUp();
        practice.awaits(callId, "canceled");
        assertThat(first.again()).as("also when the call is over").isEqualTo(first.answer());
        assertThat(practice.history("")).hasSize(1);
        assertThat(Practice.timeline(practice.detail(callId)).stream().filter("call.incoming"::equals))
                .hasSize(1);
    }

    @Test
    void withEveryCallbackTwiceAndOutOfOrderACallEndsAsItDid() {
        practice.installation()
                .simulator()
                .faults()
                .set(
                        practice.login().sid(),
                        FaultPlan.seeded(7)
                                .with(FaultKind.CALLBACK_DUPLICATE, 1)
                                .with(FaultKind.CALLBACK_REORDER, 0.5)
                                .delay(Duration.ofSeconds(1)));
        Agent ada = practice.agent("Ada Nkemelu");
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();
        PhoneCall browser = ada.takes(callId);
        ada.awaits(callId, "in-progress");

        browser.hangUp();

        practice.awaits(callId, "completed");
        Eventually.is(true, call::isOver);
        practice.awaitsSilence(callId);
        assertThat(ada.frames().of(callId).stream().filter("call.ended"::equals))
                .hasSize(1);
    }

    @Test
    void twoCallsAtOnceGoToTwoAgents() {
        Agent ada = practice.agent("Ada Nkemelu");
        PhoneCall first = practice.calls(practice.phone());
        String firstId = ada.offered();
        ada.takes(firstId);
        ada.awaits(firstId, "in-progress");

        Agent bruno = practice.agent("Bruno Keller");
        PhoneCall second = practice.calls(practice.phone());
        String secondId = bruno.offered();
        bruno.takes(secondId);
        bruno.awaits(secondId, "in-progress");

        assertThat(secondId).isNotEqualTo(firstId);
        assertThat(ada.frames().of(secondId)).doesNotContain("call.offered");
        second.hangUp();
        practice.awaits(secondId, "completed");
        assertThat(ada.call(firstId).path("status").asString()).isEqualTo("in-progress");
        first.hangUp();
        practice.awaits(firstId, "completed");
    }

    @Test
    void aCallThatWaitsRingsWithWhoeverBecomesAvailable() {
        Agent ada = practice.agent("Ada Nkemelu");
        Agent bruno = practice.agent("Bruno Keller");
        bruno.is("busy");
        practice.calls(practice.phone(), Script.answers());
        String callId = ada.offered();
        assertThat(bruno.frames().of(callId)).doesNotContain("call.offered");

        bruno.is("available");

        bruno.frames().await("call.offered", callId);
        bruno.takes(callId);
        bruno.awaits(callId, "in-progress");
    }

    @Test
    void aCallThatWaitsForNobodyButSomebodyBusyIsNotLeftWaitingWhenTheyGo() {
        Agent ada = practice.agent("Ada Nkemelu");
        ada.is("busy");
        Phone customer = practice.phone();
        PhoneCall call = practice.calls(customer);
        String callId = practice.onlyCall();
        assertThat(practice.detail(callId).at("/call/status").asString()).isEqualTo("ringing");

        ada.is("away");

        assertThat(practice.awaits(callId, "no-answer").at("/call/endReason").asString())
                .isEqualTo("nobody-available");
        Eventually.is(true, call::isOver);
        assertThat(customer.heard()).last().asString().contains("Nobody can take your call");
    }

    @Test
    void anAgentWhoIsFreeAgainHearsOfTheCallThatWaits() {
        Agent ada = practice.agent("Ada Nkemelu");
        PhoneCall first = practice.calls(practice.phone());
        String firstId = ada.offered();
        ada.takes(firstId);
        ada.awaits(firstId, "in-progress");
        practice.calls(practice.phone());
        Eventually.is(2, () -> practice.history("?live=true").size());
        String waiting = practice.history("?live=true").getFirst().path("id").asString();
        assertThat(ada.frames().of(waiting)).doesNotContain("call.offered");

        first.hangUp();

        ada.frames().await("call.offered", waiting);
        ada.takes(waiting);
        ada.awaits(waiting, "in-progress");
    }

    private String endReason(String callId) {
        return practice.detail(callId).at("/call/endReason").asString();
    }
}
