package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.twilio.AccountCalls;
import tools.jackson.databind.JsonNode;

/// Twilio says some time after a call what it has cost.
class PriceTest {

    private final Practice practice = Practice.open(Shared.INSTALLATION);
    private final Agent ada = practice.agent("Ada Nkemelu");
    private final Upkeep upkeep = new Upkeep(practice);

    @Test
    void aCallCostsWhatItsLegsCostOnceTwilioKnows() {
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();
        ada.takes(callId);
        practice.awaitsBoth(callId);
        call.hangUp();
        practice.awaits(callId, "completed");
        assertThat(call(callId).path("price").isNull()).isTrue();

        assertThat(priceOnceKnown(callId))
                .as("a begun minute of the caller, and one of the browser")
                .isEqualTo("0.01250");
    }

    @Test
    void whoWaitsInVainCostsTheirMinuteToo() {
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();
        call.hangUp();
        practice.awaits(callId, "canceled");

        assertThat(priceOnceKnown(callId)).isEqualTo("0.00850");
    }

    private String priceOnceKnown(String callId) {
        practice.awaitsSilence(callId);
        Eventually.is(true, () -> isRated(callId));
        Ledger.of(practice.installation())
                .rows("update calls set ended_at = ended_at - interval '2 minutes' where id = '" + callId
                        + "' returning id");
        upkeep.runsNow("calls.prices");
        assertThat(call(callId).path("priceUnit").asString()).isEqualTo("USD");
        return call(callId).path("price").asString();
    }

    /// At Twilio.
    private boolean isRated(String callId) {
        AccountCalls calls =
                practice.login().at(practice.installation().simulator().url()).calls();
        return practice.detail(callId)
                .path("legs")
                .valueStream()
                .map(leg -> calls.find(leg.path("sid").asString()).orElseThrow())
                .allMatch(leg -> leg.price() != null);
    }

    private JsonNode call(String callId) {
        return practice.detail(callId).path("call");
    }
}
