package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person at a browser: keeps cookies and sends back the CSRF token, as the desk does.
public final class TestBrowser {

    public static final String PASSWORD = "correct horse battery staple 7";

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public TestBrowser(URI server) {
        this.server = server;
    }

    /// A new person who owns a new workspace.
    public static TestBrowser owner(URI server) {
        TestBrowser browser = new TestBrowser(server);
        browser.require(
                201,
                browser.send(
                        "POST",
                        "/api/sign-up",
                        Map.of(
                                "name",
                                "Olive Owner",
                                "email",
                                "olive" + COUNTER.incrementAndGet() + "@example.com",
                                "password",
                                PASSWORD,
                                "workspaceName",
                                "Example Ltd")));
        return browser;
    }

    /// A new person with that role in this person's workspace.
    public TestBrowser colleague(String role) {
        JsonNode sent = json(require(
                201,
                send(
                        "POST",
                        "/api/invitations",
                        Map.of("email", "anna" + COUNTER.incrementAndGet() + "@example.com", "role", role))));
        String link = sent.get("delivery").get("link").asString();
        TestBrowser invited = new TestBrowser(server);
        invited.require(
                200,
                invited.send(
                        "POST",
                        "/api/invitations/accept",
                        Map.of(
                                "token",
                                link.substring(link.lastIndexOf('/') + 1).replaceFirst("^.*[=#]", ""),
                                "name",
                                "Anna Agent",
                                "password",
                                PASSWORD)));
        return invited;
    }

    /// @param body null for none
    public HttpResponse<String> send(String method, String path, @Nullable Object body) {
        if (cookie("XSRF-TOKEN").isEmpty() && !method.equals("GET")) {
            send("GET", "/api/instance", null);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .header("Accept", "application/json");
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    public HttpResponse<String> require(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new AssertionError("expected " + status + ": " + response + " " + response.body());
        }
        return response;
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    public JsonNode session() {
        return json(require(200, send("GET", "/api/session", null)));
    }

    /// Of the only workspace that this person is in.
    public UUID workspaceId() {
        return UUID.fromString(membership().get("workspace").get("id").asString());
    }

    public UUID memberId() {
        return UUID.fromString(membership().get("memberId").asString());
    }

    private JsonNode membership() {
        return session().get("memberships").get(0);
    }

    public URI server() {
        return server;
    }

    /// All cookies as a request header, for what is not sent by this class.
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }
}
