package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.twilio.Eventually;
import tools.jackson.databind.JsonNode;

/// A contact's phone is called with one click, and the contact calls back.
class ClickToCallTest {

    private final Practice practice = Practice.open(Shared.INSTALLATION);
    private final Agent ada = practice.agent("Ada Nkemelu");
    private final Phone customer = practice.phone();

    @Test
    void aContactIsCalledAndShownInTheHistory() {
        JsonNode contact = contact("Cleo Farr");
        customer.script(Script.answers());

        JsonNode placed = ada.api()
                .call(
                        "POST",
                        "/api/calls",
                        Map.of(
                                "to",
                                contact.at("/phones/0/phoneNumber").asString(),
                                "contactId",
                                contact.path("id").asString()));
        String callId = placed.path("callId").asString();
        assertThat(placed.at("/call/contactName").asString()).isEqualTo("Cleo Farr");
        PhoneCall browser = ada.connects(Map.of("callId", callId));

        practice.awaitsBoth(callId);
        Eventually.is(List.of("This call is recorded."), customer::heard);
        browser.hangUp();
        practice.awaits(callId, "completed");
        practice.awaitsSilence(callId);
        JsonNode shown =
                practice.history("?contactId=" + contact.path("id").asString()).getFirst();
        assertThat(shown.path("id").asString()).isEqualTo(callId);
        assertThat(shown.path("contactName").asString()).isEqualTo("Cleo Farr");
        assertThat(ada.frames().await("call.ended", callId).path("contactName").asString())
                .isEqualTo("Cleo Farr");
        assertThat(ada.api()
                        .call("GET", "/api/contacts/" + contact.path("id").asString(), Map.of())
                        .path("lastCallAt"))
                .isEqualTo(shown.path("createdAt"));
    }

    @Test
    void aNumberThatIsAContactsIsTheirsWithoutSayingSo() {
        JsonNode contact = contact("Cleo Farr");
        customer.script(Script.busy());
        ada.phone(practice.phone().script(Script.answers()).address());

        String callId = ada.api()
                .call("POST", "/api/calls", Map.of("to", customer.address(), "via", "phone"))
                .path("callId")
                .asString();

        practice.awaits(callId, "busy");
        assertThat(practice.detail(callId).at("/call/contactId")).isEqualTo(contact.path("id"));
    }

    @Test
    void theDeskReadsWhoCallsWhileItRings() {
        contact("Cleo Farr");

        practice.calls(customer);

        JsonNode offered = ada.frames().await("call.offered", "");
        assertThat(offered.path("from").asString()).isEqualTo(customer.address());
        assertThat(offered.path("contactName").asString()).isEqualTo("Cleo Farr");
    }

    @Test
    void whoeverIsWrittenDownDuringTheCallHasItAndIsReadByName() {
        PhoneCall call = practice.calls(customer);
        String callId = ada.offered();
        ada.takes(callId);
        practice.awaitsBoth(callId);

        JsonNode contact = contact("Cleo Farr");

        assertThat(ada.call(callId).path("contactId")).isEqualTo(contact.path("id"));
        call.hangUp();
        assertThat(ada.frames().await("call.ended", callId).path("contactName").asString())
                .isEqualTo("Cleo Farr");
    }

    private JsonNode contact(String name) {
        return ada.api()
                .call(
                        "POST",
                        "/api/contacts",
                        Map.of(
                                "name",
                                name,
                                "phones",
                                List.of(Map.of("phoneNumber", customer.address(), "label", "mobile"))));
    }
}
