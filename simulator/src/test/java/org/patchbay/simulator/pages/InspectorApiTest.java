package org.patchbay.simulator.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.NewKey;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Customer.Reply;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Script;
import tools.jackson.databind.JsonNode;

class InspectorApiTest {

    private final Stage stage = new Stage();
    private final PageClient page = new PageClient(stage.simulator.url());

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void aCallShowsItsRequestsDocumentsAndCallbacksInOrder() {
        stage.callee(Script.answers());
        stage.customer.answers("/hello", "<Say>Hello</Say>");
        String sid = stage.outgoing("/hello").create(stage.sdk).getSid();
        stage.pass(10);
        JsonNode exchange = page.get("/simulator/exchanges/" + sid);
        assertThat(exchange.get("status").stringValue()).isEqualTo("completed");
        assertThat(types(exchange)).startsWith("rest").contains("step", "webhook", "callback");
        JsonNode document = first(exchange, "webhook");
        assertThat(document.get("answer").stringValue()).contains("<Say>Hello</Say>");
        assertThat(document.get("signature").stringValue()).hasSize(28);
        assertThat(document.get("status").intValue()).isEqualTo(200);
        assertThat(document.get("params").findValuesAsString("name")).contains("CallSid", "CallStatus");
        assertThat(first(exchange, "rest").get("params").findValuesAsString("name"))
                .contains("To", "From");
        assertThat(page.get("/simulator/exchanges").get("exchanges").findValuesAsString("sid"))
                .contains(sid);
    }

    @Test
    void aFailedWebhookIsMarkedAndExplained() {
        stage.configure("/voice", "/number-status");
        stage.customer.answers("/voice", request -> Reply.status(500));
        stage.incoming(Script.answers());
        stage.pass(30);
        String sid = stage.newest().getSid();
        JsonNode failed = first(page.get("/simulator/exchanges/" + sid), "webhook");
        assertThat(failed.get("wrong").booleanValue()).isTrue();
        assertThat(failed.get("meaning").get("code").intValue()).isEqualTo(11200);
        JsonNode alert = page.get("/simulator/alerts").get("alerts").get(0);
        assertThat(alert.get("code").intValue()).isEqualTo(11200);
        assertThat(alert.get("subject").stringValue()).isEqualTo(sid);
        assertThat(alert.get("plain").stringValue()).contains("status of 400 or more");
    }

    @Test
    void aRefusedRequestIsShownUnderItsAccount() {
        assertThatThrownBy(() -> Call.creator(
                                new PhoneNumber("+0"), new PhoneNumber(Stage.NUMBER), URI.create("http://127.0.0.1/x"))
                        .create(stage.sdk))
                .isInstanceOf(ApiException.class);
        JsonNode refused = first(page.get("/simulator/exchanges/" + stage.account), "rest");
        assertThat(refused.get("status").intValue()).isEqualTo(400);
        assertThat(refused.get("meaning").get("code").intValue()).isEqualTo(21211);
    }

    @Test
    void noSecretIsEverShown() {
        String secret = NewKey.creator().create(stage.sdk).getSecret();
        com.twilio.rest.api.v2010.Account.fetcher(stage.account).fetch(stage.sdk);
        String shown = page.get("/simulator/exchanges/" + stage.account).toString();
        assertThat(shown)
                .contains("(not shown)")
                .doesNotContain(secret)
                .doesNotContain(stage.simulator.account().authToken());
        assertThat(Secretless.url("https://user:pass@example.com/a?b=c@d"))
                .isEqualTo("https://user:(not shown)@example.com/a?b=c@d");
    }

    @Test
    void whatIsNotRememberedIsNotFound() {
        assertThat(page.send("GET", "/simulator/exchanges/CA0", "").statusCode())
                .isEqualTo(404);
    }

    private static List<String> types(JsonNode exchange) {
        return exchange.get("list")
                .valueStream()
                .map(entry -> entry.get("type").stringValue())
                .toList();
    }

    private static JsonNode first(JsonNode exchange, String type) {
        return exchange.get("list")
                .valueStream()
                .filter(entry -> entry.get("type").stringValue().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
