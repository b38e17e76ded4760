package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.twilio.Eventually;
import tools.jackson.databind.JsonNode;

/// A number that hands every caller on to a phone.
@Execution(ExecutionMode.CONCURRENT)
class ForwardingTest {

    private final Practice practice = Practice.open(Shared.INSTALLATION);
    private final Phone mine = practice.phone();
    private final Phone customer = practice.phone();

    @Test
    void myPhoneRingsWithTheCallersNumberAndTheCallIsRecordedAndTracked() {
        forward(Map.of());
        mine.script(Script.noAnswer());

        PhoneCall call = practice.calls(customer, Script.answers());
        Eventually.is(1, () -> mine.calls().size());
        PhoneCall rung = mine.calls().getFirst();
        assertThat(rung.otherParty()).isEqualTo(customer.address());
        String callId = practice.onlyCall();
        JsonNode ringing = practice.awaits(callId, "ringing");
        assertThat(ringing.at("/call/direction").asString()).isEqualTo("inbound");
        assertThat(ringing.at("/call/from").asString()).isEqualTo(customer.address());
        rung.answer();
        practice.awaits(callId, "in-progress");
        Eventually.is(true, () -> practice.detail(callId).path("recordings").size() == 1);

        call.hangUp();

        JsonNode over = practice.awaits(callId, "completed");
        assertThat(over.at("/call/outcome").asString()).isEqualTo("answered");
        Eventually.is(true, rung::isOver);
        practice.awaitsSilence(callId);
        String url = Eventually.some(
                "a recording that can be heard",
                () -> Optional.ofNullable(
                        practice.detail(callId).at("/call/recordingUrl").asString(null)));
        assertThat(url).startsWith("/api/recordings/").endsWith("/media");
        assertThat(practice.detail(callId).at("/call/durationSeconds").isInt()).isTrue();
    }

    @Test
    void whoeverHasThePhoneHangsUp() {
        forward(Map.of());
        mine.script(Script.answers().after(2).hangsUp());

        PhoneCall call = practice.calls(customer, Script.answers());

        String callId = practice.onlyCall();
        assertThat(practice.awaits(callId, "completed").at("/call/endReason").asString())
                .isEqualTo("agent-left");
        Eventually.is(true, call::isOver);
        practice.awaitsSilence(callId);
    }

    @Test
    void aBusyPhoneIsAnsweredWithASentence() {
        forward(Map.of());
        mine.script(Script.busy());
        notTaken();
    }

    @Test
    void aPhoneThatIsOffIsAnsweredWithASentence() {
        forward(Map.of());
        mine.script(Script.unreachable());
        notTaken();
    }

    @Test
    void whoeverPressesOneTakesTheCall() {
        forward(Map.of("whisper", true));
        mine.script(Script.answers().after(3).presses("1"));

        PhoneCall call = practice.calls(customer, Script.answers());

        String callId = practice.onlyCall();
        practice.awaits(callId, "in-progress");
        assertThat(mine.heard()).first().asString().contains("Press 1 to take it");
        call.hangUp();
        practice.awaits(callId, "completed");
        practice.awaitsSilence(callId);
    }

    @Test
    void aMailboxThatAnswersDoesNotGetTheCall() {
        forward(Map.of("whisper", true));
        mine.script(Script.voicemail("Please leave a message."));
        notTaken();
    }

    @Test
    void whoeverPressesSomethingElseDoesNotTakeTheCall() {
        forward(Map.of("whisper", true));
        mine.script(Script.answers().after(1).presses("2"));
        notTaken();
    }

    @Test
    void aCallerWhoGivesUpWhileItRingsHasAbandonedTheCall() {
        forward(Map.of());
        mine.script(Script.noAnswer());
        PhoneCall call = practice.calls(customer, Script.answers());
        Eventually.is(1, () -> mine.calls().size());
        String callId = practice.onlyCall();

        call.hangUp();

        assertThat(practice.awaits(callId, "canceled").at("/call/outcome").asString())
                .isEqualTo("abandoned");
        Eventually.is(0, () -> mine.calls().size());
        practice.awaitsSilence(callId);
    }

    @Test
    void whatNobodyTakesGoesOnToAPhone() {
        practice.number(Map.of("noAnswerSeconds", 5, "onNoAnswer", "forward", "noAnswerTo", mine.address()));
        Agent ada = practice.agent("Ada Nkemelu");
        mine.script(Script.answers());
        PhoneCall call = practice.calls(customer, Script.answers());
        String callId = ada.offered();

        practice.awaits(callId, "in-progress");

        assertThat(mine.calls().getFirst().otherParty()).isEqualTo(customer.address());
        call.hangUp();
        practice.awaits(callId, "completed");
        practice.awaitsSilence(callId);
    }

    private void forward(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("forwardTo", mine.address()));
        settings.putAll(more);
        practice.number(settings);
    }

    private void notTaken() {
        PhoneCall call = practice.calls(customer, Script.answers());
        String callId = practice.onlyCall();
        JsonNode over = practice.awaits(callId, "no-answer");
        assertThat(over.at("/call/outcome").asString()).isEqualTo("missed");
        Eventually.is(true, call::isOver);
        assertThat(customer.heard()).last().asString().contains("Nobody can take your call");
        practice.awaitsSilence(callId);
    }
}
