package org.patchbay.simulator.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.kit.Customer.Reply;
import org.patchbay.simulator.kit.OpenApi;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.JsonNode;

class MessageContractTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    /// Sends a request and holds its answer against the document.
    private JsonNode send(String method, String path, Params form, int expected)
            throws IOException, InterruptedException {
        String whole = "/2010-04-01/Accounts/" + stage.account + path;
        String password = Base64.getEncoder()
                .encodeToString(
                        (stage.account + ":" + stage.simulator.account().authToken()).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(stage.simulator.url() + whole))
                .header("Authorization", "Basic " + password)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form.encoded()))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        assertThat(OpenApi.complaints(method, whole, expected, answer.body())).isEmpty();
        return answer.body().isEmpty() ? Json.object() : Json.MAPPER.readTree(answer.body());
    }

    @Test
    void everyAnswerAboutMessagesAndMediaIsAsTwiliosDocumentSays() throws Exception {
        stage.customer.answers("/cat.png", request -> new Reply(200, "image/png", "meow", Map.of()));
        var form = Params.of(
                "To", Stage.CALLEE, "From", Stage.NUMBER, "Body", "Hello", "MediaUrl", stage.customer.url("/cat.png"));
        var created = send("POST", "/Messages.json", form, 201);
        assertThat(OpenApi.missing("api.v2010.account.message", created)).isEmpty();
        stage.pass(10);
        String message = "/Messages/" + created.path("sid").asString();

        var fetched = send("GET", message + ".json", Params.NONE, 200);
        assertThat(fetched.path("status").asString()).isEqualTo("delivered");
        var list = send("GET", "/Messages.json", Params.NONE, 200);
        assertThat(list.path("messages")).hasSize(1);
        var media = send("GET", message + "/Media.json", Params.NONE, 200).path("media_list");
        assertThat(OpenApi.missing("api.v2010.account.message.media", media.get(0)))
                .isEmpty();
        String one = message + "/Media/" + media.get(0).path("sid").asString() + ".json";
        send("GET", one, Params.NONE, 200);
        send("DELETE", one, Params.NONE, 204);
        var redacted = send("POST", message + ".json", Params.of("Body", ""), 200);
        assertThat(redacted.path("body").asString()).isEmpty();
        send("DELETE", message + ".json", Params.NONE, 204);
    }
}
