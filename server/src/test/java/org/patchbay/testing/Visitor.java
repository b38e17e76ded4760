package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody with a browser: keeps cookies, sends the CSRF token, and holds each answer of the API against
/// the contract.
public final class Visitor {

    /// An answer of the server.
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text() {
            return response.body();
        }

        /// The last part of the problem's type; empty where it is no problem.
        public String problem() {
            return json().path("type").asString("").replace("urn:patchbay:problem:", "");
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    public static final String PASSWORD = "a long enough password";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final RunningServer server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String email;

    public Visitor(RunningServer server) {
        this.server = server;
    }

    /// Somebody new, signed up with a workspace of their own.
    public static Visitor owner(RunningServer server, String name) {
        Visitor visitor = new Visitor(server);
        String address = address(name);
        Answer answer = visitor.post(
                "/api/sign-up",
                Map.of("name", name, "email", address, "password", PASSWORD, "workspaceName", name + "'s team"));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.text());
        }
        visitor.email = address;
        return visitor;
    }

    /// Somebody new, invited by this one and signed in.
    public Visitor colleague(String name, String role) {
        String address = address(name);
        Answer invited = post("/api/invitations", Map.of("email", address, "role", role));
        String link = invited.json().path("delivery").path("link").asString();
        Visitor colleague = new Visitor(server);
        Answer accepted = colleague.post(
                "/api/invitations/accept", Map.of("token", tokenOf(link), "name", name, "password", PASSWORD));
        if (accepted.status() != 200) {
            throw new IllegalStateException(invited.text() + accepted.text());
        }
        colleague.email = address;
        return colleague;
    }

    /// An e-mail address that nobody else has.
    public static String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + COUNTER.incrementAndGet()
                + "@example.com";
    }

    public static String tokenOf(String link) {
        return link.substring(link.indexOf("#token=") + "#token=".length());
    }

    public String email() {
        return java.util.Objects.requireNonNull(email);
    }

    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /// Sends what a page would send.
    public Answer send(String method, String path, @Nullable Object body) {
        if (!method.equals("GET") && token().isEmpty()) {
            send("GET", "/api/instance", null);
        }
        String json = body == null ? null : JSON.writeValueAsString(body);
        Answer answer = raw(method, path, json, json == null ? Map.of() : Map.of("Content-Type", "application/json"));
        Contract.check(method, path, answer.response());
        return answer;
    }

    /// Sends anything, and holds the answer against nothing.
    public Answer raw(String method, String path, @Nullable String body, Map<String, String> more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        token().ifPresent(token -> request.setHeader("X-XSRF-TOKEN", token));
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void setCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(server.url("/"), cookie);
    }

    /// The same person, cookies and all, at another node.
    public Visitor at(RunningServer node) {
        Visitor same = new Visitor(node);
        cookies.getCookieStore().getCookies().forEach(cookie -> same.setCookie(cookie.getName(), cookie.getValue()));
        return same;
    }

    public RunningServer server() {
        return server;
    }

    public UUID workspaceId() {
        return UUID.fromString(membership().path("workspace").path("id").asString());
    }

    public UUID memberId() {
        return UUID.fromString(membership().path("memberId").asString());
    }

    /// As the session says it.
    public JsonNode membership() {
        return get("/api/session").json().path("memberships").path(0);
    }

    private Optional<String> token() {
        return cookie("XSRF-TOKEN").filter(value -> !value.isEmpty());
    }
}
