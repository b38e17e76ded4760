package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.patchbay.simulator.faults.FaultKind;
import org.patchbay.simulator.faults.FaultPlan;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.twilio.Eventually;
import tools.jackson.databind.JsonNode;

/// Twilio's REST API fails, is silent, or answers late, while its calls go on and ask us. The three at once, each with
/// an account of its own.
@Execution(ExecutionMode.CONCURRENT)
class TwilioFailingTest {

    /// `-Dpatchbay.outage=60` for as long as a bad one.
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("patchbay.outage", 12));

    /// Longer than we wait for an answer.
    private static final Duration LATE = Duration.ofSeconds(20);

    private final Practice practice = Practice.open(Shared.INSTALLATION);

    /// People before Twilio's trouble begins.
    ///
    /// @param caller speaks with Ada
    /// @param talking their call
    /// @param cleos the phone by which Cleo calls
    private record Scene(
            Agent ada, Agent ben, Agent cleo, PhoneCall caller, PhoneCall browser, String talking, Phone cleos) {}

    @Test
    void errorsAreNoAnswers() {
        goesThrough(FaultPlan.seeded(1).with(FaultKind.REST_ERROR_BEFORE, 1));
    }

    @Test
    void silenceIsNoAnswer() {
        goesThrough(FaultPlan.seeded(1).with(FaultKind.REST_SILENT, 1).slowness(LATE));
    }

    /// What Twilio does is told by its webhooks, though its answers come after nobody waits for them any more.
    @Test
    void whatIsDoneAndAnsweredTooLateIsKnownAndDoneOnce() {
        Scene scene = scene();
        Phone customer = practice.phone().script(Script.answers());
        faults(FaultPlan.seeded(1).with(FaultKind.REST_SLOW, 1).slowness(LATE));

        String placed = placed(scene, customer);
        practice.awaits(placed, "in-progress");
        scene.ada().hangUp(scene.talking());
        Eventually.is(true, () -> scene.caller().isOver() && scene.browser().isOver());
        practice.awaits(scene.talking(), "completed");
        scene.cleo().hangUp(placed);
        practice.awaits(placed, "completed");

        clear();
        practice.awaitsSilence(placed);
        assertThat(List.of(timesRung(customer), timesRung(scene.cleos()))).containsOnly(1);
        Eventually.is(Set.of(), this::differences);
    }

    private void goesThrough(FaultPlan trouble) {
        Scene scene = scene();
        Phone customer = practice.phone().script(Script.answers());
        practice.number(Map.of("noAnswerSeconds", 5));
        faults(trouble);
        long begun = System.nanoTime();

        String ignored = rings(scene);
        String taken = isTaken(scene);
        scene.ada().hangUp(scene.talking());
        String placed = placed(scene, customer);
        cannotBeRung(scene, customer);
        Eventually.is("unanswered", () -> call(ignored).path("stage").asString());
        do {
            theyAreStillThere(scene);
            isNotSaidToRing(placed);
            assertThat(call(ignored).path("status").asString()).isEqualTo("ringing");
            assertThat(call(taken).path("status").asString()).isEqualTo("in-progress");
        } while (System.nanoTime() - begun < OUTAGE.toNanos());
        clear();

        Eventually.is(true, () -> scene.caller().isOver() && scene.browser().isOver());
        practice.awaits(scene.talking(), "completed");
        assertThat(call(scene.talking()).path("endReason").asString()).isEqualTo("hung-up");
        practice.awaits(ignored, "no-answer");
        assertThat(call(taken).path("status").asString()).isEqualTo("in-progress");
        scene.ben().hangUp(taken);
        practice.awaits(taken, "completed");
        isNotDialedLate(scene, placed, customer);
        Eventually.is(Set.of(), this::differences);
    }

    private Scene scene() {
        Agent ada = practice.agent("Ada Nkemelu");
        PhoneCall caller = practice.calls(practice.phone());
        String talking = ada.offered();
        PhoneCall browser = ada.takes(talking);
        practice.awaits(talking, "in-progress");
        practice.awaitsBoth(talking);
        Agent cleo = practice.agent("Cleo Marsh");
        cleo.is("away");
        Phone cleos = practice.phone().script(Script.answers());
        cleo.phone(cleos.address());
        return new Scene(ada, practice.agent("Ben Adeyemi"), cleo, caller, browser, talking, cleos);
    }

    /// Somebody calls.
    ///
    /// @return their call, which rings on Ben's desk
    private String rings(Scene scene) {
        Phone phone = practice.phone();
        practice.calls(phone);
        return scene.ben()
                .frames()
                .await("call.offered", phone.address())
                .path("id")
                .asString();
    }

    /// Neither ringing nor taking nor speaking needs Twilio's REST API.
    private String isTaken(Scene scene) {
        String taken = rings(scene);
        scene.ben().takes(taken);
        practice.awaits(taken, "in-progress");
        return taken;
    }

    private String placed(Scene scene, Phone customer) {
        return scene.cleo()
                .api()
                .call("POST", "/api/calls", Map.of("to", customer.address(), "via", "phone"))
                .path("callId")
                .asString();
    }

    private static void cannotBeRung(Scene scene, Phone customer) {
        Program.Answer answer = scene.cleo().api().ask("POST", "/api/calls/initiate", Map.of("to", customer.address()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("agent-unreachable");
    }

    /// Somebody has hung up, and nothing has come of it yet.
    private void theyAreStillThere(Scene scene) {
        assertThat(scene.caller().isOver() || scene.browser().isOver()).isFalse();
        assertThat(call(scene.talking()).path("status").asString()).isEqualTo("in-progress");
        assertThat(scene.ada().frames().about(scene.talking()))
                .extracting(frame -> frame.at("/data/status").asString())
                .doesNotContain("completed");
        assertThat(legsOver(scene.talking())).containsOnly(false);
    }

    /// Either it is not known, or that nothing was dialed is said.
    private void isNotSaidToRing(String placed) {
        JsonNode call = call(placed);
        String status = call.path("status").asString();
        assertThat(status).isIn("queued", "failed");
        if (status.equals("failed")) {
            assertThat(call.path("endReason").asString()).isEqualTo("not-dialed");
        }
    }

    /// What Twilio has not made is known for certain after a minute.
    private void isNotDialedLate(Scene scene, String placed, Phone customer) {
        if (OUTAGE.compareTo(Duration.ofSeconds(60)) >= 0) {
            practice.awaits(placed, "failed");
            assertThat(call(placed).path("endReason").asString()).isEqualTo("not-dialed");
        } else {
            scene.cleo().hangUp(placed);
        }
        assertThat(List.of(scene.cleos(), customer))
                .as("nothing is dialed late")
                .allMatch(phone -> phone.last().isEmpty());
    }

    private int timesRung(Phone phone) {
        return practice.login()
                .at(practice.installation().simulator().url())
                .calls()
                .madeSince(practice.number(), phone.address(), Instant.EPOCH)
                .size();
    }

    private JsonNode call(String callId) {
        return practice.detail(callId).path("call");
    }

    private List<Boolean> legsOver(String callId) {
        return practice.detail(callId)
                .path("legs")
                .valueStream()
                .map(leg -> !leg.path("endedAt").isNull())
                .toList();
    }

    private void faults(FaultPlan plan) {
        practice.installation().simulator().faults().set(practice.login().sid(), plan);
    }

    private void clear() {
        practice.installation().simulator().faults().clear(practice.login().sid());
    }

    private Set<String> differences() {
        return Truth.at(practice.installation().simulator(), practice.login())
                .differences(Ledger.of(practice.installation()));
    }
}
