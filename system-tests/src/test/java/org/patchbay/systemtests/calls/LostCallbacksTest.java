package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.patchbay.simulator.faults.FaultKind;
import org.patchbay.simulator.faults.FaultPlan;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.twilio.Eventually;
import tools.jackson.databind.JsonNode;

/// What Twilio tells is lost, or what it answers. What it does goes on all the same.
@Isolated("what it does to the line to Twilio, all tests of the installation would feel")
class LostCallbacksTest {

    private final Practice practice = Practice.open(Shared.INSTALLATION);
    private final Agent ada = practice.agent("Ada Nkemelu");

    @AfterEach
    void clear() {
        practice.installation().simulator().faults().clear(practice.login().sid());
    }

    @Test
    void aCallWhoseEndNobodyHeardOfIsFoundToBeOver() {
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();
        PhoneCall browser = ada.takes(callId);
        ada.awaits(callId, "in-progress");
        faults(FaultPlan.seeded(1).with(FaultKind.CALLBACK_DROP, 1));

        call.hangUp();

        JsonNode over = practice.awaits(callId, "completed");
        Eventually.is(true, browser::isOver);
        practice.awaitsSilence(callId);
        assertThat(over.at("/call/outcome").asString()).isEqualTo("answered");
        assertThat(over.path("events")
                        .valueStream()
                        .map(event -> event.path("source").asString()))
                .contains("reconciliation");
    }

    @Test
    void whoHasComeKeepsTheCallAlsoIfNobodyHeardOfTheirComing() {
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();
        faults(FaultPlan.seeded(1).with(FaultKind.CALLBACK_DROP, 1));

        PhoneCall browser = ada.takes(callId);

        ada.awaits(callId, "in-progress");
        assertThat(call.isOver()).isFalse();
        assertThat(browser.isOver()).isFalse();
        assertThat(practice.detail(callId).at("/call/epoch").asInt()).isEqualTo(1);
        clear();
        call.hangUp();
        practice.awaits(callId, "completed");
    }

    @Test
    void whatTwilioMayHaveRungIsLookedForAndNotRungAgain() {
        AtomicInteger rung = new AtomicInteger();
        practice.installation().twilio().witness(request -> {
            if (request.is("POST", "/Calls.json")) {
                rung.incrementAndGet();
            }
        });
        Phone own = practice.phone().script(Script.answers());
        Phone customer = practice.phone().script(Script.answers());
        ada.phone(own.address());
        faults(FaultPlan.seeded(1).with(FaultKind.REST_ERROR_AFTER, 1).with(FaultKind.CALLBACK_DROP, 1));

        String callId = ada.api()
                .call("POST", "/api/calls", Map.of("to", customer.address(), "via", "phone"))
                .path("callId")
                .asString();
        Eventually.is(1, rung::get);
        clear();

        practice.awaits(callId, "in-progress");
        assertThat(rung).hasValue(2);
        ada.hangUp(callId);
        practice.awaitsSilence(callId);
    }

    @Test
    void aForwardedCallsPhoneOfWhichNobodyHeardIsFound() {
        Phone mobile = practice.phone().script(Script.answers());
        practice.number(Map.of("forwardTo", mobile.address()));
        faults(FaultPlan.seeded(1).with(FaultKind.CALLBACK_DROP, 1));

        PhoneCall call = practice.calls(practice.phone());
        String callId = practice.onlyCall();

        practice.awaits(callId, "in-progress");
        clear();
        call.hangUp();
        practice.awaits(callId, "completed");
        practice.awaitsSilence(callId);
        practice.number(Map.of("forwardTo", ""));
    }

    private void faults(FaultPlan plan) {
        practice.installation().simulator().faults().set(practice.login().sid(), plan);
    }
}
