package org.patchbay.simulator.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.JsonNode;

/// Uses the pages' API as the pages do.
record PageClient(URI base) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static String phone(String number) {
        return "/simulator/phones/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    JsonNode get(String path) {
        return Json.MAPPER.readTree(send("GET", path, "").body());
    }

    JsonNode post(String path, String json) {
        var answer = send("POST", path, json);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(path + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return Json.MAPPER.readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
