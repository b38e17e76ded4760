package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.WatchedTwilio.Refusal;
import tools.jackson.databind.JsonNode;

/// A member calls a customer: their own leg first, then the customer's.
@Isolated("what it does to the line to Twilio, all tests of the installation would feel")
class OutboundCallTest {

    private final Practice practice = Practice.open(Shared.INSTALLATION);
    private final Agent ada = practice.agent("Ada Nkemelu");
    private final Phone adas = practice.phone().script(Script.answers());
    private final Phone customer = practice.phone().script(Script.answers());

    OutboundCallTest() {
        ada.phone(adas.address());
    }

    @AfterEach
    void openTheLine() {
        practice.installation().twilio().refuseNothing();
    }

    @Test
    void theMembersOwnPhoneRingsFirstThenTheCustomersAndBothSpeak() {
        adas.script(Script.noAnswer());
        JsonNode placed = place(Map.of("via", "phone"));
        String callId = placed.path("callId").asString();
        assertThat(placed.path("conference").asString()).isEqualTo("call-" + callId);
        assertThat(placed.at("/call/from").asString()).isEqualTo(practice.number());

        Eventually.is(1, () -> adas.calls().size());
        PhoneCall own = adas.calls().getFirst();
        assertThat(own.otherParty()).isEqualTo(practice.number());
        assertThat(customer.calls()).isEmpty();
        customer.script(Script.noAnswer());
        own.answer();
        Eventually.is(1, () -> customer.calls().size());
        PhoneCall theirs = customer.calls().getFirst();
        assertThat(theirs.otherParty()).isEqualTo(practice.number());
        practice.awaits(callId, "ringing");
        theirs.answer();
        practice.awaits(callId, "in-progress");
        Eventually.is(List.of("This call is recorded."), customer::heard);
        practice.awaitsBoth(callId);

        own.hangUp();

        JsonNode over = practice.awaits(callId, "completed");
        assertThat(over.at("/call/outcome").asString()).isEqualTo("answered");
        Eventually.is("agent-left", () -> endReason(callId));
        assertThat(over.at("/call/memberName").asString()).isEqualTo("Ada Nkemelu");
        Eventually.is(true, theirs::isOver);
        practice.awaitsSilence(callId);
        for (String moment : List.of("call.placed", "leg.dialed", "leg.answered", "room.joined", "room.ended")) {
            Eventually.is(true, () -> Practice.timeline(practice.detail(callId)).contains(moment));
        }
        assertThat(ada.frames().of(callId)).startsWith("call.updated").contains("call.ended");
    }

    @Test
    void theCustomerHangsUp() {
        customer.script(Script.answers().after(2).hangsUp());
        String callId = id(place(Map.of("via", "phone")));

        practice.awaits(callId, "completed");

        Eventually.is("customer-left", () -> endReason(callId));
        Eventually.is(0, () -> adas.calls().size());
        practice.awaitsSilence(callId);
    }

    @Test
    void aBusyLineIsSaidToTheMember() {
        customer.script(Script.busy());
        ends("busy", "line-busy", "The line is busy.");
    }

    @Test
    void aCustomerWhoDeclinesIsBusyToo() {
        customer.script(Script.declinesAfter(Duration.ofSeconds(1)));
        ends("busy", "line-busy", "The line is busy.");
    }

    @Test
    void aPhoneThatIsOffCanNotBeReached() {
        customer.script(Script.unreachable());
        ends("failed", "cannot-be-reached", "The number can not be reached.");
    }

    @Test
    void aNumberThatTwilioRefusesCanNotBeReached() {
        String callId = id(place(Map.of("via", "phone", "to", "+15005550001"), 201));
        JsonNode over = practice.awaits(callId, "failed");
        assertThat(over.at("/call/endReason").asString()).isEqualTo("cannot-be-reached");
        assertThat(over.at("/call/errorCode").asInt()).isEqualTo(21211);
        Eventually.is(true, () -> adas.heard().contains("The number can not be reached."));
    }

    @Test
    void aCountryThatTheAccountMayNotCallIsSaidByTwiliosCode() {
        adas.script(Script.noAnswer());
        String callId = id(place(Map.of("via", "phone")));
        Eventually.is(1, () -> adas.calls().size());
        practice.installation()
                .twilio()
                .refuse(
                        request -> request.is("POST", "/Calls.json"),
                        new Refusal(400, 21215, "Account not authorized to call this number."));

        adas.calls().getFirst().answer();

        JsonNode over = practice.awaits(callId, "failed");
        assertThat(over.at("/call/errorCode").asInt()).isEqualTo(21215);
        assertThat(over.at("/call/outcome").asString()).isEqualTo("failed");
        Eventually.is(true, () -> adas.heard().contains("The number can not be reached."));
    }

    @Test
    void aMemberWhoHangsUpWhileTheCustomersPhoneRingsEndsThatToo() {
        customer.script(Script.noAnswer());
        String callId = id(place(Map.of("via", "phone")));
        Eventually.is(1, () -> customer.calls().size());
        PhoneCall theirs = customer.calls().getFirst();

        adas.calls().getFirst().hangUp();

        JsonNode over = practice.awaits(callId, "canceled");
        assertThat(over.at("/call/outcome").asString()).isEqualTo("abandoned");
        Eventually.is(true, theirs::isOver);
        practice.awaitsSilence(callId);
    }

    @Test
    void aMemberWhoEndsTheCallOnTheDeskWhileItRingsEndsBothLegs() {
        customer.script(Script.noAnswer());
        String callId = id(place(Map.of("via", "phone")));
        Eventually.is(1, () -> customer.calls().size());
        PhoneCall theirs = customer.calls().getFirst();

        ada.hangUp(callId);

        assertThat(practice.awaits(callId, "canceled").at("/call/endReason").asString())
                .isEqualTo("hung-up");
        Eventually.is(true, theirs::isOver);
        Eventually.is(0, () -> adas.calls().size());
        practice.awaitsSilence(callId);
    }

    @Test
    void aMembersPhoneThatIsBusyEndsTheCallAndNobodyElseIsRung() {
        adas.script(Script.busy());
        String callId = id(place(Map.of("via", "phone")));

        JsonNode over = practice.awaits(callId, "failed");

        assertThat(over.at("/call/endReason").asString()).isEqualTo("agent-never-came");
        assertThat(customer.last()).isEmpty();
    }

    @Test
    void theBrowserComesByItselfAndTheCustomerIsRungThen() {
        String callId = id(place(Map.of()));
        assertThat(customer.calls()).isEmpty();

        PhoneCall browser = ada.connects(Map.of("callId", callId));

        practice.awaits(callId, "in-progress");
        browser.hangUp();
        practice.awaits(callId, "completed");
        Eventually.is(true, () -> List.of("agent-left", "customer-left").contains(endReason(callId)));
        practice.awaitsSilence(callId);
    }

    @Test
    void nobodyElsesBrowserGetsIntoTheCallWhateverItSays() {
        Agent mallory = practice.agent("Mallory Pike");
        String callId = id(place(Map.of()));
        for (Map<String, String> params : List.of(
                Map.of("callId", callId),
                Map.of("callId", callId, "epoch", "0"),
                Map.of("conference", "call-" + callId, "participant", "agent"),
                Map.of("callId", callId, "conference", "call-" + callId, "From", "client:" + ada.identity()))) {
            PhoneCall browser = mallory.connects(params);
            Eventually.is(true, browser::isOver);
        }
        assertThat(practice.detail(callId).at("/call/stage").asString()).isEqualTo("awaiting-agent");
        assertThat(customer.calls()).isEmpty();
        ada.hangUp(callId);
    }

    @Test
    void twoClicksMakeOneCall() {
        adas.script(Script.noAnswer());
        String key = UUID.randomUUID().toString();
        Program.Answer first = place(Map.of("via", "phone"), key);
        Program.Answer second = place(Map.of("via", "phone"), key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(id(second.json())).isEqualTo(id(first.json()));

        Program.Answer another = place(Map.of("via", "phone", "to", "+14155550144"), key);

        assertThat(another.status()).isEqualTo(422);
        assertThat(another.problem()).isEqualTo("idempotency-key-reused");
        assertThat(practice.history("")).hasSize(1);
        Eventually.is(1, () -> adas.calls().size());
        ada.hangUp(id(first.json()));
    }

    @Test
    void aNumberThatIsNotOursIsRefusedAsCallerId() {
        Program.Answer answer = ask(Map.of("via", "phone", "from", "+14155550199"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid");
        assertThat(practice.history("")).isEmpty();
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (String to : List.of("", "banana", "+1", "911911911911911911", "client:" + ada.identity())) {
            assertThat(ask(Map.of("to", to)).status()).as(to).isEqualTo(400);
        }
        assertThat(practice.history("")).isEmpty();
    }

    @Test
    void anotherSystemAsksForACallAndLearnsTheSidOfTheMembersLeg() {
        practice.installation()
                .simulator()
                .client(practice.login().sid(), ada.identity())
                .script(Script.answers());

        Program.Answer answer = ada.api().ask("POST", "/api/calls/initiate", Map.of("to", customer.address()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("success").asBoolean()).isTrue();
        String callId = answer.json().path("callId").asString();
        practice.awaits(callId, "in-progress");
        assertThat(practice.detail(callId)
                        .path("legs")
                        .valueStream()
                        .filter(leg -> leg.path("kind").asString().equals("agent"))
                        .map(leg -> leg.path("sid").asString()))
                .containsExactly(answer.json().path("callSid").asString());
        ada.hangUp(callId);
        practice.awaitsSilence(callId);
    }

    private void ends(String status, String reason, String sentence) {
        String callId = id(place(Map.of("via", "phone")));
        JsonNode over = practice.awaits(callId, status);
        assertThat(over.at("/call/endReason").asString()).isEqualTo(reason);
        Eventually.is(true, () -> adas.heard().contains(sentence));
        Eventually.is(0, () -> adas.calls().size());
        practice.awaitsSilence(callId);
    }

    private String endReason(String callId) {
        return practice.detail(callId).at("/call/endReason").asString();
    }

    private static String id(JsonNode placed) {
        return placed.path("callId").asString();
    }

    private JsonNode place(Map<String, ?> wish) {
        return place(wish, 201);
    }

    private JsonNode place(Map<String, ?> wish, int status) {
        Program.Answer answer = ask(wish);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private Program.Answer place(Map<String, ?> wish, String key) {
        return ada.api().ask("POST", "/api/calls", with(wish), "Idempotency-Key", key);
    }

    private Program.Answer ask(Map<String, ?> wish) {
        return ada.api().ask("POST", "/api/calls", with(wish));
    }

    private Map<String, Object> with(Map<String, ?> wish) {
        Map<String, Object> all = new HashMap<>(Map.of("to", customer.address()));
        all.putAll(wish);
        return all;
    }
}
