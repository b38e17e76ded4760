package org.patchbay.simulator.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.simulator.pages.PageClient.phone;

import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Stage;
import tools.jackson.databind.JsonNode;

class PhonesPageApiTest {

    private static final String PHONE = phone(Stage.CALLEE);

    private final Stage stage = new Stage();
    private final PageClient page = new PageClient(stage.simulator.url());

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void aNewPhoneGetsANumberOfItsOwnUnlessItAsksForOne() {
        String first = page.post("/simulator/phones", "").get("number").stringValue();
        String second = page.post("/simulator/phones", "").get("number").stringValue();
        assertThat(first).matches("\\+1\\d{3}55501\\d{2}").isNotEqualTo(second);
        assertThat(page.post("/simulator/phones", "{\"number\":\"(212) 555-0122\"}")
                        .get("number")
                        .stringValue())
                .isEqualTo(Stage.CALLEE);
        assertThat(page.get("/simulator/phones").get("phones")).hasSize(3);
        assertThat(page.send("DELETE", PHONE, "").statusCode()).isEqualTo(204);
        assertThat(page.get("/simulator/phones").get("phones")).hasSize(2);
    }

    @Test
    void aPhoneCallsANumberHearsItPressesSpeaksAndHangsUp() {
        stage.voice("<Gather input=\"dtmf speech\" numDigits=\"2\" action=\"/menu\"><Say>Welcome</Say></Gather>");
        stage.customer.answers("/menu", "<Say>Thanks</Say><Pause length=\"60\"/>");
        JsonNode call = calling();
        assertThat(state()).isEqualTo("talking");
        page.post(PHONE + "/calls/" + call.get("id") + "/press", "{\"keys\":\"42\"}");
        stage.pass(1);
        assertThat(stage.customer.only("/menu").get("Digits")).isEqualTo("42");
        page.post(PHONE + "/calls/" + call.get("id") + "/say", "{\"words\":\"hello there\"}");
        stage.rest();
        assertThat(transcript()).containsSequence("heard Welcome", "pressed 42", "heard Thanks", "said hello there");

        page.post(PHONE + "/calls/" + call.get("id") + "/hangup", "");
        stage.rest();
        assertThat(theOnlyPhone().get("calls")).isEmpty();
        assertThat(theOnlyPhone().get("last").get("why").stringValue()).isEqualTo("normal");
        assertThat(stage.newest().getStatus().toString()).isEqualTo("completed");
    }

    @Test
    void aPhoneRingsAndIsAnsweredOrDeclinedByHand() {
        stage.customer.answers("/hello", "<Pause length=\"60\"/>");
        page.post("/simulator/phones", "{\"number\":\"" + Stage.CALLEE + "\"}");
        stage.outgoing("/hello").create(stage.sdk);
        stage.rest();
        assertThat(state()).isEqualTo("ringing");
        assertThat(onlyCall().get("other").stringValue()).isEqualTo(Stage.NUMBER);
        page.post(PHONE + "/calls/" + onlyCall().get("id") + "/answer", "");
        stage.rest();
        assertThat(state()).isEqualTo("talking");
        page.post(PHONE + "/calls/" + onlyCall().get("id") + "/hangup", "");

        var second = stage.outgoing("/hello").create(stage.sdk);
        stage.rest();
        page.post(PHONE + "/calls/" + onlyCall().get("id") + "/decline", "");
        stage.rest();
        assertThat(stage.fetch(second.getSid()).getStatus().toString()).isEqualTo("busy");
    }

    @Test
    void aPhoneThatNobodyHoldsIsOfferedWhileItRings() {
        stage.customer.answers("/hello", "<Pause length=\"60\"/>");
        stage.outgoing("/hello").create(stage.sdk);
        stage.rest();
        JsonNode others = page.get("/simulator/phones").get("others");
        assertThat(others).hasSize(1);
        assertThat(others.get(0).get("number").stringValue()).isEqualTo(Stage.CALLEE);
        page.post("/simulator/phones", "{\"number\":\"" + Stage.CALLEE + "\"}");
        assertThat(state()).isEqualTo("ringing");
        assertThat(page.get("/simulator/phones").get("others")).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsRefusedInASentence() {
        page.post("/simulator/phones", "{\"number\":\"" + Stage.CALLEE + "\"}");
        assertThat(page.send("POST", PHONE + "/calls", "{\"to\":\"+14155550999\"}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(404))
                .satisfies(answer -> assertThat(answer.body()).contains("No account has +14155550999"));
        assertThat(page.send("POST", PHONE + "/calls", "{\"to\":\"soup\"}").statusCode())
                .isEqualTo(400);
        assertThat(page.send("POST", PHONE + "/calls", "[1]").statusCode()).isEqualTo(400);
        assertThat(page.send("POST", PHONE + "/calls", "{\"to\":17}").statusCode())
                .isEqualTo(400);
        assertThat(page.send("POST", PHONE + "/calls/9/answer", "").statusCode())
                .isEqualTo(404);
        assertThat(page.send("POST", phone("+12125550199") + "/calls", "{}").statusCode())
                .isEqualTo(404);
        assertThat(page.send("POST", "/simulator/phones", "{\"number\":\"" + Stage.NUMBER + "\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void theNumbersOfTheAccountsAreListedWithWhatTheyAsk() {
        stage.voice("<Hangup/>");
        JsonNode number = page.get("/simulator/numbers").get("numbers").get(0);
        assertThat(number.get("number").stringValue()).isEqualTo(Stage.NUMBER);
        assertThat(number.get("voiceUrl").stringValue()).isEqualTo(stage.customer.url("/voice"));
    }

    @Test
    void liveCallsAreListedApartFromThoseThatAreOver() {
        stage.voice("<Pause length=\"30\"/>");
        calling();
        assertThat(page.get("/simulator/calls").get("live")).hasSize(1);
        stage.pass(60);
        JsonNode calls = page.get("/simulator/calls");
        assertThat(calls.get("live")).isEmpty();
        assertThat(calls.get("over").get(0).get("status").stringValue()).isEqualTo("completed");
    }

    @Test
    void aCallByRestToAPhoneThatIsBusyByHandIsShownOnTheSamePhone() {
        stage.customer.answers("/hello", "<Pause length=\"60\"/>");
        page.post("/simulator/phones", "{\"number\":\"" + Stage.CALLEE + "\"}");
        com.twilio.rest.api.v2010.account.Call.creator(
                        new PhoneNumber(Stage.CALLEE),
                        new PhoneNumber(Stage.NUMBER),
                        java.net.URI.create(stage.customer.url("/hello")))
                .create(stage.sdk);
        stage.rest();
        assertThat(page.send("POST", PHONE + "/calls", "{\"to\":\"" + Stage.NUMBER + "\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    private JsonNode calling() {
        page.post("/simulator/phones", "{\"number\":\"" + Stage.CALLEE + "\"}");
        JsonNode call = page.post(PHONE + "/calls", "{\"to\":\"" + Stage.NUMBER + "\"}");
        stage.rest();
        return call;
    }

    private JsonNode theOnlyPhone() {
        return page.get("/simulator/phones").get("phones").get(0);
    }

    private JsonNode onlyCall() {
        return theOnlyPhone().get("calls").get(0);
    }

    private String state() {
        return onlyCall().get("state").stringValue();
    }

    private java.util.List<String> transcript() {
        return onlyCall()
                .get("transcript")
                .valueStream()
                .map(line ->
                        line.get("kind").stringValue() + " " + line.get("text").stringValue())
                .toList();
    }
}
