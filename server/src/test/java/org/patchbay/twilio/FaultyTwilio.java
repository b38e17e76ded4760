package org.patchbay.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A Twilio that answers what the test says, fault by fault; the last answer is repeated.
final class FaultyTwilio implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /// @param retryAfter empty for none
    record Answer(int status, String contentType, String body, String retryAfter) {
        static Answer json(int status, String body) {
            return new Answer(status, "application/json", body, "");
        }

        static Answer page(int status) {
            return new Answer(status, "text/html", "<html>Bad gateway</html>", "");
        }

        static Answer error(int status, int code) {
            return json(
                    status, "{\"code\":%d,\"message\":\"words of %d\",\"status\":%d}".formatted(code, code, status));
        }
    }

    /// The connection ends in the middle of the answer.
    static final Answer CUT = new Answer(0, "", "", "");

    /// Nothing is ever said.
    static final Answer SILENCE = new Answer(1, "", "", "");

    FaultyTwilio(Answer... answers) {
        this.answers.addAll(List.of(answers));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    TwilioSite site() {
        return new TwilioSite(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /// Method, path with query, and body of each request that came.
    List<String> requests() {
        return requests;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (body.isEmpty() ? "" : " " + body));
        Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer == SILENCE) {
            return;
        }
        if (answer == CUT) {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
