package org.patchbay.simulator.driving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.simulator.faults.FaultKind;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.JsonNode;

class DrivingTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private record Answered(int status, JsonNode body) {}

    private Answered send(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, "application/json", body);
    }

    private Answered send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(stage.simulator.url() + "/simulator/" + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answered(
                answer.statusCode(), answer.body().isEmpty() ? Json.object() : Json.MAPPER.readTree(answer.body()));
    }

    @Test
    void aPhoneTextsANumberAndReadsTheReply() throws Exception {
        stage.texts("<Message>Thanks</Message>");
        var sent = send("POST", "phones/" + Stage.CALLER + "/texts", """
                {"to": "%s", "body": "Hi", "media": [{"contentType": "image/png", "base64": "AQID"}]}""".formatted(Stage.NUMBER));
        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.body().path("sid").asString()).startsWith("MM");
        stage.pass(10);
        var texts = send("GET", "phones/" + Stage.CALLER + "/texts", "").body().path("texts");
        assertThat(texts.get(0).path("body").asString()).isEqualTo("Thanks");
    }

    @Test
    void aTextScriptIsSet() throws Exception {
        var set = send(
                "PUT",
                "phones/" + Stage.CALLEE + "/text-script",
                "{\"reception\": \"undelivered\", \"errorCode\": 30005, \"replies\": [{\"body\": \"ok\"}]}");
        assertThat(set.status()).isEqualTo(204);
        var script = stage.simulator.phone(Stage.CALLEE).textScript();
        assertThat(script.reception())
                .isEqualTo(new org.patchbay.simulator.phones.TextScript.Reception.Undelivered(30005));
        assertThat(script.repliesTo("anything")).hasSize(1);
    }

    @Test
    void faultsAreSetReadAndCleared() throws Exception {
        String path = "accounts/" + stage.account + "/faults";
        var set = send("PUT", path, "{\"seed\": 7, \"chances\": {\"callback-drop\": 0.25}}");
        assertThat(set.status()).isEqualTo(200);
        assertThat(stage.simulator.faults().planOf(stage.account).chances())
                .containsEntry(FaultKind.CALLBACK_DROP, 0.25);
        assertThat(send("GET", path, "").body().path("seed").asLong()).isEqualTo(7);
        assertThat(send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(stage.simulator.faults().planOf(stage.account).chances()).isEmpty();
    }

    @Test
    void aNumberIsMadeUnreachableAndATokenRotated() throws Exception {
        String account = "accounts/" + stage.account;
        assertThat(send("PUT", account + "/unreachable/" + Stage.CALLEE, "").status())
                .isEqualTo(204);
        assertThat(stage.simulator.faults().isUnreachable(stage.account, Stage.CALLEE))
                .isTrue();
        assertThat(send("DELETE", account + "/unreachable/" + Stage.CALLEE, "").status())
                .isEqualTo(204);
        assertThat(stage.simulator.faults().isUnreachable(stage.account, Stage.CALLEE))
                .isFalse();
        var rotated = send("POST", account + "/rotate-token", "");
        assertThat(rotated.body().path("authToken").asString())
                .isEqualTo(stage.simulator.account().authToken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"chances\": {\"nonsense\": 1}}",
                "{\"chances\": {\"callback-drop\": 2}}",
                "{\"chances\": {\"callback-drop\": \"x\"}}",
                "{\"seed\": \"x\"}",
                "{\"delayMillis\": -1}"
            })
    void faultsThatMakeNoSenseAreRefusedInWords(String body) throws Exception {
        var answer = send("PUT", "accounts/" + stage.account + "/faults", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asString()).isNotBlank();
    }

    @Test
    void whatAForeignPageCouldSendUnaskedIsRefused() throws Exception {
        var answer = send("POST", "accounts/" + stage.account + "/rotate-token", "text/plain", "{}");
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void unknownAccountsNumbersAndPathsAreNotFound() throws Exception {
        assertThat(send("GET", "accounts/AC1/faults", "").status()).isEqualTo(404);
        assertThat(send("GET", "nothing", "").status()).isEqualTo(404);
        assertThat(send("POST", "phones/" + Stage.CALLER + "/texts", "{\"to\": \"+12125559999\", \"body\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(send("POST", "phones/" + Stage.CALLER + "/texts", "{\"to\": \"abc\", \"body\": \"x\"}")
                        .status())
                .isEqualTo(400);
    }
}
