package org.patchbay.systemtests.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The simulator's REST API, as one account.
record Rest(URI url, String account, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// @param path under the account, e.g. `/Calls.json`
    JsonNode get(String path) {
        return JsonMapper.shared().readTree(send(request(path).GET()));
    }

    byte[] download(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return JsonMapper.shared()
                .readTree(send(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))));
    }

    private HttpRequest.Builder request(String path) {
        String basic = Base64.getEncoder().encodeToString((account + ":" + token).getBytes(UTF_8));
        return HttpRequest.newBuilder(url.resolve("/2010-04-01/Accounts/" + account + path))
                .header("Authorization", "Basic " + basic);
    }

    private static byte[] send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.statusCode() + " " + new String(answer.body(), UTF_8));
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
