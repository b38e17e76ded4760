package org.patchbay.systemtests.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.patchbay.simulator.media.MediaConfig;
import org.patchbay.simulator.media.MediaLeg;
import org.patchbay.simulator.media.MediaServer;

/// A telephone exchange of the simplest kind: a page that calls, and four addresses to which it posts
/// SDP. It stands between the browser and a real media server.
final class Exchange implements AutoCloseable {
    private final MediaServer media;
    private final HttpServer http;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, MediaLeg> legs = new ConcurrentHashMap<>();

    Exchange() throws IOException {
        media = MediaServer.start(MediaConfig.loopback(0));
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(workers);
        http.createContext("/", this::handle);
        http.start();
    }

    String pageUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
    }

    MediaServer media() {
        return media;
    }

    /// The leg that a page called with, or was called on, by its name.
    MediaLeg leg(String name) {
        MediaLeg leg = legs.get(name);
        if (leg == null) {
            throw new IllegalStateException(name + " has not called");
        }
        return leg;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String query = exchange.getRequestURI().getQuery();
            String name = query == null ? "" : query.replace("name=", "");
            byte[] reply = reply(exchange.getRequestURI().getPath(), name, body);
            boolean page = exchange.getRequestMethod().equals("GET");
            exchange.getResponseHeaders().add("Content-Type", page ? "text/html" : "application/sdp");
            exchange.sendResponseHeaders(200, reply.length == 0 ? -1 : reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private byte[] reply(String path, String name, String body) throws IOException {
        switch (path) {
            case "/call" -> legs.put(name, media.answer(body));
            case "/offer" -> legs.put(name, media.offer());
            case "/restart" -> leg(name).restart(body);
            case "/answer" -> {
                leg(name).accept(body);
                return new byte[0];
            }
            default -> {
                return page(path.endsWith("delay.html") ? "delay.html" : "caller.html");
            }
        }
        return leg(name).localDescription().getBytes(UTF_8);
    }

    private static byte[] page(String file) throws IOException {
        try (InputStream page = Exchange.class.getResourceAsStream(file)) {
            return page == null ? new byte[0] : page.readAllBytes();
        }
    }

    @Override
    public void close() {
        http.stop(0);
        workers.close();
        media.close();
    }
}
