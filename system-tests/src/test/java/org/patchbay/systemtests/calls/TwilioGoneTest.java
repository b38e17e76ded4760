package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;
import tools.jackson.databind.JsonNode;

/// Twilio's REST API is not to be reached, while its calls go on and ask us. Shorter than a real outage: what there is
/// to do is repeated every fifteen seconds at most, for an hour, so a minute is a few more of the same rounds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwilioGoneTest {

    /// Longer than an account rests after failures, so that Twilio is tried in vain once more. `-Dpatchbay.outage=60`
    /// for
    /// as long as a bad one.
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("patchbay.outage", 17));

    private final Installation installation = Installation.forCalls();

    @AfterAll
    void close() {
        installation.close();
    }

    @Test
    void nobodyIsToldWhatIsNotSoAndAfterwardsEverythingIsAsItWasAskedFor() {
        Practice practice = Practice.open(installation);
        Agent ada = practice.agent("Ada Nkemelu");
        Agent cleo = practice.agent("Cleo Marsh");
        PhoneCall caller = practice.calls(practice.phone());
        String talking = ada.offered();
        PhoneCall browser = ada.takes(talking);
        practice.awaits(talking, "in-progress");
        practice.awaitsBoth(talking);
        PhoneCall waits = practice.calls(practice.phone());
        Agent ben = practice.agent("Ben Adeyemi");
        String waiting = ben.offered();
        Phone cleos = practice.phone().script(Script.answers());
        Phone customer = practice.phone().script(Script.answers());
        cleo.phone(cleos.address());

        long begun = System.nanoTime();
        installation.twilio().goAway();
        try {
            ada.hangUp(talking);
            assertThat(caller.isOver() || browser.isOver()).isFalse();
            assertThat(legsOver(practice, talking))
                    .as("nobody says that they have gone")
                    .containsOnly(false);

            PhoneCall bens = ben.takes(waiting);
            ben.awaits(waiting, "in-progress");
            assertThat(waits.isOver() || bens.isOver()).isFalse();

            JsonNode placed = cleo.api().call("POST", "/api/calls", Map.of("to", customer.address(), "via", "phone"));
            String failed = placed.path("callId").asString();
            practice.awaits(failed, "failed");
            assertThat(practice.detail(failed).at("/call/endReason").asString()).isEqualTo("not-dialed");

            Program.Answer initiated = cleo.api().ask("POST", "/api/calls/initiate", Map.of("to", customer.address()));
            assertThat(initiated.status()).as(initiated.body()).isEqualTo(409);
            assertThat(initiated.problem()).isEqualTo("agent-unreachable");
            Eventually.is(2, () -> notDialed(practice));
            Eventually.is(true, () -> System.nanoTime() - begun > OUTAGE.toNanos());
            assertThat(caller.isOver()).isFalse();
            assertThat(legsOver(practice, talking)).containsOnly(false);
            assertThat(practice.detail(talking).at("/call/status").asString()).isEqualTo("in-progress");
        } finally {
            installation.twilio().comeBack();
        }

        Eventually.is(true, () -> caller.isOver() && browser.isOver());
        practice.awaitsSilence(talking);
        assertThat(practice.detail(talking).at("/call/endReason").asString()).isEqualTo("hung-up");
        assertThat(practice.detail(waiting).at("/call/status").asString()).isEqualTo("in-progress");
        assertThat(List.of(cleos, customer)).allMatch(phone -> phone.last().isEmpty());
        waits.hangUp();
        practice.awaits(waiting, "completed");
        practice.awaitsSilence(waiting);
        Eventually.is(
                Set.of(),
                () -> Truth.at(installation.simulator(), practice.login()).differences(Ledger.of(installation)));
        assertThat(List.of(cleos, customer))
                .as("nothing is dialed late")
                .allMatch(phone -> phone.calls().isEmpty());
    }

    private static int notDialed(Practice practice) {
        return (int) practice.history("").stream()
                .filter(call -> call.path("endReason").asString("").equals("not-dialed"))
                .count();
    }

    private static List<Boolean> legsOver(Practice practice, String callId) {
        return practice.detail(callId)
                .path("legs")
                .valueStream()
                .map(leg -> !leg.path("endedAt").isNull())
                .toList();
    }
}
