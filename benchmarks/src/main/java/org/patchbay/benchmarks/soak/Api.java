package org.patchbay.benchmarks.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.patchbay.benchmarks.calls.Agent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server's API, as somebody who is signed in uses it.
public record Api(HttpClient http, int port, String session) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// On a busy machine everything passes, only later.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOKEN = "benchmark";

    public record Answer(int status, JsonNode json) {
        public boolean ok() {
            return status < 300;
        }
    }

    public static Api of(HttpClient http, int port, Agent person) {
        return new Api(http, port, person.session());
    }

    public Answer ask(String method, String path, Map<String, ?> body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE)
                .header("Cookie", "patchbay_session=" + session + "; XSRF-TOKEN=" + TOKEN)
                .header("X-XSRF-TOKEN", TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), JSON.readTree(response.body().isEmpty() ? "null" : response.body()));
        } catch (IOException lost) {
            return new Answer(599, JSON.createObjectNode().put("lost", String.valueOf(lost)));
        }
    }

    public JsonNode call(String method, String path, Map<String, ?> body) throws InterruptedException {
        Answer answer = ask(method, path, body);
        if (!answer.ok()) {
            throw new IllegalStateException(method + " " + path + ": " + answer);
        }
        return answer.json();
    }
}
