package org.patchbay.systemtests.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Map;
import org.patchbay.systemtests.audio.Tab;
import org.patchbay.systemtests.audio.VoiceSdk;
import org.patchbay.systemtests.twilio.Installation;

/// Serves a page that holds Twilio's own voice SDK, for members who are agents in a browser.
final class SdkPages implements AutoCloseable {

    private final Installation installation;
    private final HttpServer http;

    SdkPages(Installation installation) throws IOException {
        this.installation = installation;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/page", exchange -> send(exchange, "text/html", page()));
        http.createContext(
                "/sdk.js",
                exchange -> send(
                        exchange,
                        "text/javascript",
                        Files.readAllBytes(VoiceSdk.file().orElseThrow())));
        http.start();
    }

    /// A member's tab, registered with the token that the server gives them.
    ///
    /// @param hz what they say
    Tab tabOf(Agent agent, BrowserContext browser, int hz) {
        Page page = browser.newPage();
        page.navigate("http://127.0.0.1:" + http.getAddress().getPort() + "/page?gateway="
                + installation.simulator().url().getAuthority());
        Tab tab = new Tab(page);
        tab.register(
                agent.api()
                        .call("GET", "/api/voice/token", Map.of())
                        .path("token")
                        .asString(),
                hz);
        tab.awaitEvent("device.registered");
        return tab;
    }

    private static byte[] page() throws IOException {
        try (InputStream page = Tab.class.getResourceAsStream("phone.html")) {
            return page == null ? "".getBytes(UTF_8) : page.readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
