package org.patchbay.systemtests.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.patchbay.simulator.TwilioSimulator;

/// Stands between a server and the simulator: remembers what is asked, holds answers back, and lets a test
/// do something at an exact moment.
public final class WatchedTwilio implements AutoCloseable {

    /// A request, e.g. `POST …/Keys.json` with the account left out.
    public record Asked(String method, String path) {
        public boolean is(String wantedMethod, String beginning) {
            return method.equals(wantedMethod) && path.startsWith(beginning);
        }
    }

    /// Told of every request after the simulator has carried it out, before the server hears of it.
    public interface Witness {
        void carriedOut(Asked request);
    }

    /// What Twilio answers instead of doing it.
    public record Refusal(int status, int code, String message) {
        byte[] body() {
            return "{\"code\":%d,\"message\":\"%s\",\"more_info\":\"\",\"status\":%d}"
                    .formatted(code, message, status)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private record Rule(Predicate<Asked> which, Refusal refusal) {}

    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", ":status");

    private static final Rule NO_RULE = new Rule(request -> false, new Refusal(500, 0, ""));

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService later =
            Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().factory());
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final URI simulator;
    private final int port;
    private volatile HttpServer server;
    private volatile Duration latency = Duration.ZERO;
    private volatile Witness witness = request -> {};
    private volatile Rule rule = NO_RULE;

    private WatchedTwilio(HttpServer server, URI simulator) {
        this.server = server;
        this.port = server.getAddress().getPort();
        this.simulator = simulator;
    }

    static WatchedTwilio before(TwilioSimulator simulator) {
        WatchedTwilio watched = new WatchedTwilio(listening(0), simulator.url());
        watched.open();
        return watched;
    }

    private static HttpServer listening(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void open() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::passOn);
        server.start();
    }

    /// Connections are refused from now on, and those that there are end.
    public void goAway() {
        server.stop(0);
    }

    /// At the same place as before.
    public void comeBack() {
        server = listening(port);
        open();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Every answer comes that much later.
    public void latency(Duration each) {
        latency = each;
    }

    public void witness(Witness who) {
        witness = who;
    }

    /// Refuses those requests from now on; the simulator never sees them.
    public void refuse(Predicate<Asked> which, Refusal refusal) {
        rule = new Rule(which, refusal);
    }

    public void refuseNothing() {
        rule = NO_RULE;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (exchange) {
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath().replaceFirst("/2010-04-01/Accounts/AC\\w+", ""));
            asked.add(request);
            Rule refusing = rule;
            if (refusing.which().test(request)) {
                refuse(exchange, refusing.refusal());
                return;
            }
            HttpResponse<byte[]> answer = ask(exchange);
            witness.carriedOut(request);
            hold();
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(refusal.status(), refusal.body().length);
        exchange.getResponseBody().write(refusal.body());
    }

    /// A wait of the line, not of the test.
    private void hold() {
        if (latency.isZero()) {
            return;
        }
        try {
            later.schedule(() -> true, latency.toMillis(), TimeUnit.MILLISECONDS)
                    .get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        simulator.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        later.shutdownNow();
        http.close();
    }
}
