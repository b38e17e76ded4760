package org.patchbay.benchmarks.realtime;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person who signed up, with their workspace and session.
///
/// @param session the value of the session's cookie
record Tenant(UUID workspaceId, String session) {

    private static final Pattern WORKSPACE = Pattern.compile("\"workspace\":\\{\"id\":\"([0-9a-f-]{36})\"");

    static Tenant signUp(int port) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        URI server = URI.create("http://localhost:" + port);
        try (HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            client.send(
                    HttpRequest.newBuilder(server.resolve("/api/instance")).build(),
                    HttpResponse.BodyHandlers.discarding());
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/sign-up"))
                    .header("Content-Type", "application/json")
                    .header("X-XSRF-TOKEN", cookie(cookies, "XSRF-TOKEN"))
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"name": "Bench", "email": "bench@example.com", "workspaceName": "Bench",
                             "password": "a long enough password"}"""))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher workspace = WORKSPACE.matcher(answer.body());
            if (answer.statusCode() != 201 || !workspace.find()) {
                throw new IllegalStateException("sign-up failed: " + answer.statusCode() + " " + answer.body());
            }
            return new Tenant(UUID.fromString(workspace.group(1)), cookie(cookies, "patchbay_session"));
        }
    }

    private static String cookie(CookieManager cookies, String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }
}
