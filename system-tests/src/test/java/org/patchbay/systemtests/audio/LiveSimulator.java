package org.patchbay.systemtests.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.media.MediaConfig;
import tools.jackson.databind.JsonNode;

/// The whole simulator with real sound, and a customer beside it: a web server with TwiML and a page that
/// holds Twilio's voice SDK.
final class LiveSimulator implements AutoCloseable {

    static final String NUMBER = "+14155550100";

    private final TwilioSimulator simulator;
    private final Rest rest;
    private final HttpServer http;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> twiml = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<String>> asked = new ConcurrentHashMap<>();
    private final String application;
    private final JsonNode key;

    LiveSimulator() throws IOException {
        simulator = TwilioSimulator.start(
                SimulatorOptions.defaults().limits(100, 100).media(MediaConfig.of(List.of(), 0)));
        simulator.addNumber(simulator.account().sid(), NUMBER);
        rest = new Rest(
                simulator.url(), simulator.account().sid(), simulator.account().authToken());
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(workers);
        http.createContext("/", this::handle);
        http.start();
        application = rest.post("/Applications.json", Map.of("VoiceUrl", url("/app")))
                .path("sid")
                .asString();
        key = rest.post("/Keys.json", Map.of());
    }

    TwilioSimulator simulator() {
        return simulator;
    }

    Rest rest() {
        return rest;
    }

    /// Where the page is.
    String pageUrl(String name) {
        return url("/page?name=" + name + "&gateway=" + simulator.url().getAuthority());
    }

    String url(String path) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    /// What the customer answers at a path; `/app` is the TwiML application's.
    ///
    /// @param verbs what stands inside of `<Response>`
    void answers(String path, String verbs) {
        twiml.put(path, "<Response>" + verbs + "</Response>");
    }

    /// The body of the next request to a path of the customer's, waited for.
    String awaitRequest(String path) throws InterruptedException {
        String body = requests(path).poll(30, TimeUnit.SECONDS);
        if (body == null) {
            throw new AssertionError("nobody asked for " + path);
        }
        return body;
    }

    /// A token made by Twilio's own server library.
    String token(String identity, int ttlSeconds) {
        return new AccessToken.Builder(
                        simulator.account().sid(),
                        key.path("sid").asString(),
                        key.path("secret").asString().getBytes(UTF_8))
                .identity(identity)
                .ttl(ttlSeconds)
                .grant(new VoiceGrant().setIncomingAllow(true).setOutgoingApplicationSid(application))
                .build()
                .toJwt();
    }

    private BlockingQueue<String> requests(String path) {
        return asked.computeIfAbsent(path, unused -> new LinkedBlockingQueue<>());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests(path).add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] reply = switch (path) {
                case "/page" -> page();
                case "/sdk.js" -> Files.readAllBytes(VoiceSdk.file().orElseThrow());
                default -> twiml.getOrDefault(path, "").getBytes(UTF_8);
            };
            String type = path.equals("/page") ? "text/html" : path.equals("/sdk.js") ? "text/javascript" : "text/xml";
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(reply.length == 0 ? 204 : 200, reply.length == 0 ? -1 : reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private static byte[] page() throws IOException {
        try (InputStream page = LiveSimulator.class.getResourceAsStream("phone.html")) {
            return page == null ? new byte[0] : page.readAllBytes();
        }
    }

    @Override
    public void close() {
        http.stop(0);
        workers.close();
        simulator.close();
    }
}
