package org.patchbay.systemtests.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A customer's web server that answers TwiML by path; other paths are answered 500.
final class Webhooks implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> verbs;

    private Webhooks(HttpServer server, Map<String, String> verbs) {
        this.server = server;
        this.verbs = verbs;
    }

    /// @param verbs what stands inside of `<Response>`, by path
    static Webhooks answering(Map<String, String> verbs) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Webhooks webhooks = new Webhooks(server, verbs);
            server.createContext("/", webhooks::answer);
            server.start();
            return webhooks;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String found = verbs.get(exchange.getRequestURI().getPath());
        byte[] body = ("<Response>" + found + "</Response>").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(found == null ? 500 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
