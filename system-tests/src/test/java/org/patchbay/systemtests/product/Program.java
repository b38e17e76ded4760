package org.patchbay.systemtests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who uses the API as the desk's page does, without a browser: cookies kept, CSRF token sent back.
public final class Program {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI desk;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Program(URI desk) {
        this.desk = desk;
    }

    /// @return the answer's body; a missing node where it has none
    /// @throws AssertionError where it is refused
    public JsonNode call(String method, String path, Map<String, ?> body) {
        if (csrfToken().isEmpty()) {
            send("GET", "/api/instance", Map.of());
        }
        HttpResponse<String> answer = send(method, path, body);
        if (answer.statusCode() >= 400) {
            throw new AssertionError(
                    method + " " + path + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    }

    /// An answer, whatever it is.
    public record Answer(int status, String body) {

        public JsonNode json() {
            return body.isEmpty() ? JSON.missingNode() : JSON.readTree(body);
        }

        /// The last part of the problem's type; empty where it is no problem.
        public String problem() {
            return json().path("type").asString("").replace("urn:patchbay:problem:", "");
        }
    }

    /// Asks, whatever is answered.
    ///
    /// @param headers names and values, in turn
    public Answer ask(String method, String path, Map<String, ?> body, String... headers) {
        if (csrfToken().isEmpty()) {
            send("GET", "/api/instance", Map.of());
        }
        HttpResponse<String> answer = send(method, path, body, headers);
        return new Answer(answer.statusCode(), answer.body());
    }

    /// A file, or a part of it.
    public HttpResponse<byte[]> download(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// Opens the realtime socket, as the desk's page does.
    public WebSocket socket(WebSocket.Listener listener) {
        String all = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return http.newWebSocketBuilder()
                .header("Cookie", all)
                .header("Origin", desk.toString())
                .buildAsync(URI.create(desk.toString().replace("http:", "ws:") + "/api/realtime"), listener)
                .join();
    }

    private HttpResponse<String> send(String method, String path, Map<String, ?> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve(path)).header("X-XSRF-TOKEN", csrfToken());
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String csrfToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
