package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import tools.jackson.databind.JsonNode;

/// What a phone does reaches the workspace, by way of Twilio's signed deliveries.
class DeliveriesTest {

    private final Installation installation = Installation.shared();
    private final Customer customer = installation.customer("Hugo Bennett");
    private final TwilioLogin login = installation.account(1);
    private final Phone phone = installation.simulator().phone("+14155550123");

    @Test
    void aTextFromAPhoneIsInTheListOfMessages() {
        String number = configured();

        String sid = installation.simulator().text(phone, number, "Is anybody there? 👋");

        Eventually.is(1, () -> messages().size());
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.path("sid").asString()).isEqualTo(sid);
            assertThat(message.path("from").asString()).isEqualTo("+14155550123");
            assertThat(message.path("to").asString()).isEqualTo(number);
            assertThat(message.path("body").asString()).isEqualTo("Is anybody there? 👋");
            assertThat(message.path("numberId").asString())
                    .isEqualTo(customer.number(number).path("id").asString());
        });
        Eventually.is(1L, () -> counted("accepted", "kind", "sms"));
    }

    @Test
    void aCallerHearsThatNobodyIsThere() {
        String number = configured();

        PhoneCall call = installation.simulator().call(phone, number, Script.answers());

        Eventually.is(true, call::isOver);
        assertThat(phone.heard()).singleElement().asString().contains("Nobody can take your call");
        Eventually.is(1L, () -> counted("accepted", "kind", "voice"));
        Eventually.is(1L, () -> counted("accepted", "kind", "voice-status"));
    }

    @Test
    void deliveriesWithATokenThatWeWereNotToldAreRefusedAndShown() {
        String number = configured();
        installation.simulator().rotateToken(login.sid());

        installation.simulator().text(phone, number, "Hello?");

        Eventually.is(true, () -> counted("rejected", "reason", "wrong-token") > 0);
        assertThat(messages()).isEmpty();
    }

    private String configured() {
        assertThat(customer.configured(login).path("state").asString()).isEqualTo("ready");
        return customer.numbers().getFirst().path("phoneNumber").asString();
    }

    private List<JsonNode> messages() {
        return customer.api()
                .call("GET", "/api/messages", Map.of())
                .path("items")
                .valueStream()
                .toList();
    }

    private long counted(String list, String field, String value) {
        return customer.api()
                .call("GET", "/api/twilio/deliveries", Map.of())
                .path(list)
                .valueStream()
                .filter(row -> row.path(field).asString().equals(value))
                .mapToLong(row -> row.path("count").asLong())
                .sum();
    }
}
