package org.patchbay.simulator.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.patchbay.simulator.http.Params;

/// A customer's web server: answers TwiML, remembers what it was asked, and checks every signature
/// with the official validator.
public final class Customer implements AutoCloseable {

    /// @param signed whether the official validator accepts its signature
    public record Received(String method, String path, Params params, Map<String, String> headers, boolean signed) {
        public String get(String name) {
            return params.first(name).orElse("(absent)");
        }

        public boolean has(String name) {
            return params.has(name);
        }
    }

    /// What to answer.
    @SuppressWarnings("ArrayRecordComponent") // nobody changes it
    public record Reply(int status, String type, byte[] content, Map<String, String> headers) {
        public Reply(int status, String type, String body, Map<String, String> headers) {
            this(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
        }

        public static Reply twiml(String verbs) {
            return new Reply(200, "application/xml", "<Response>" + verbs + "</Response>", Map.of());
        }

        public static Reply status(int status) {
            return new Reply(status, "text/plain", "", Map.of());
        }
    }

    private final HttpServer server;
    private final String token;
    private final Map<String, Function<Received, Reply>> replies = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    public Customer(String authToken) {
        token = authToken;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public Customer answers(String path, String verbs) {
        return answers(path, request -> Reply.twiml(verbs));
    }

    public Customer answers(String path, Function<Received, Reply> reply) {
        replies.put(path, reply);
        return this;
    }

    /// Everything that came, in order.
    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> received(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    public Received only(String path) {
        var found = received(path);
        if (found.size() != 1) {
            throw new AssertionError("expected one request to " + path + ", found " + found + " in " + received);
        }
        return found.getFirst();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        Params form = Params.parse(body);
        Params params = form.and(query == null ? Params.NONE : Params.parse(query));
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String path = exchange.getRequestURI().getPath();
        var map = new HashMap<String, String>();
        form.all().forEach(param -> map.put(param.name(), param.value()));
        boolean signed = new RequestValidator(token)
                .validate(url(exchange.getRequestURI().toString()), map, headers.get("x-twilio-signature"));
        var request = new Received(exchange.getRequestMethod(), path, params, headers, signed);
        received.add(request);
        var reply = replies.getOrDefault(path, any -> Reply.status(204)).apply(request);
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.getResponseHeaders().add("Content-Type", reply.type());
        byte[] bytes = reply.content();
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
