package org.patchbay.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioEnvironment;
import org.patchbay.webhooks.ProbeResult.Cause;
import org.patchbay.webhooks.ProbeResult.Looks;
import org.patchbay.webhooks.ProbeResult.NotReached;
import org.patchbay.webhooks.ProbeResult.Reached;
import org.patchbay.webhooks.ProbeResult.Refused;

class ProbeTest {

    private static final UUID WORKSPACE = Ids.next();

    private final Probe probe = new Probe(Map.of(), Duration.ofSeconds(10));
    private Optional<HttpServer> other = Optional.empty();

    @AfterEach
    void close() {
        probe.destroy();
        other.ifPresent(server -> server.stop(0));
    }

    @Test
    void aServerThatTakesItsSignatureIsReached() {
        RunningServer server = RunningServer.shared();
        UUID workspace = Visitor.owner(server, "Quill").workspaceId();
        Twilio.account(server).connectedTo(workspace);
        TwilioConfig config = config(server, workspace);

        URI base = URI.create("http://127.0.0.1:" + server.url("/").getPort());
        assertThat(probe.ask(base, workspace, config)).isInstanceOf(Reached.class);
        assertThat(server.bean(Probe.class).ask(base, workspace, config)).isInstanceOf(Reached.class);
    }

    @Test
    void anAddressThatTheServerDoesNotKnowIsNamedAsTheFault() {
        RunningServer server = RunningServer.shared();
        UUID workspace = Visitor.owner(server, "Quill").workspaceId();
        Twilio.account(server).connectedTo(workspace);

        ProbeResult result = probe.ask(server.url(""), workspace, config(server, workspace));

        assertThat(result).isInstanceOf(Refused.class);
        assertThat(((Refused) result).looks()).isEqualTo(Looks.OUR_REFUSAL);
        assertThat(result.sentence()).contains("PATCHBAY_PUBLIC_URL");
    }

    @Test
    void aServerThatDoesNotKnowTheAccountSaysSo() {
        assertThat(probe.ask(RunningServer.shared().url(""), WORKSPACE, CONFIG).sentence())
                .contains("another server has the address");
    }

    @ParameterizedTest
    @CsvSource({
        "302, text/html, REDIRECT",
        "307, , REDIRECT",
        "200, text/html; charset=utf-8, PAGE",
        "401, text/html, PAGE",
        "404, text/plain, SOMEBODY_ELSE",
        "502, , SOMEBODY_ELSE",
        "204, , SOMEBODY_ELSE",
        "200, application/json, SOMEBODY_ELSE"
    })
    void whateverElseAnswersIsNotUs(int status, String type, Looks looks) throws IOException {
        ProbeResult result = probe.ask(
                serving(exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    if (type != null) {
                        exchange.getResponseHeaders().set("Content-Type", type);
                    }
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
                    exchange.sendResponseHeaders(status, -1);
                }),
                WORKSPACE,
                CONFIG);

        assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.looks()).isEqualTo(looks);
        });
    }

    @Test
    void whatNobodyListensAtIsNotReached() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            taken.close();
            assertThat(cause(probe.ask(URI.create("http://127.0.0.1:" + port), WORKSPACE, CONFIG)))
                    .isEqualTo(Cause.CONNECT);
        }
    }

    @Test
    void aNameThatNobodyHasIsNotReached() {
        assertThat(cause(probe.ask(URI.create("http://nobody.invalid"), WORKSPACE, CONFIG)))
                .isEqualTo(Cause.DNS);
    }

    @Test
    void aServerWithoutTlsIsNotReachedOverIt() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answerInPlainText(plain));
            URI base = URI.create("https://127.0.0.1:" + plain.getLocalPort());
            assertThat(cause(probe.ask(base, WORKSPACE, CONFIG))).isEqualTo(Cause.TLS);
        }
    }

    @Test
    void silenceIsNotWaitedForForEver() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        Probe hasty = new Probe(Map.of(), Duration.ofMillis(200));
        URI silent = serving(exchange -> awaiting(never));
        try {
            assertThat(cause(hasty.ask(silent, WORKSPACE, CONFIG))).isEqualTo(Cause.TIME_OUT);
        } finally {
            never.countDown();
            hasty.destroy();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "https://[::1]",
                "https://10.0.0.7",
                "https://192.168.1.2:8443"
            })
    void aRealAccountIsNotTriedAtAnAddressThatOnlyWeCanReach(String base) {
        TwilioConfig real = config(TwilioEnvironment.TWILIO);
        assertThat(cause(probe.ask(URI.create(base), WORKSPACE, real))).isEqualTo(Cause.ADDRESS);
    }

    @Test
    void itGoesOutByTheProxyOfTheEnvironment() throws IOException {
        URI proxy = serving(exchange -> {
            exchange.getResponseHeaders().set("Seen", exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(418, -1);
        });
        Probe proxied = new Probe(
                Map.of("HTTP_PROXY", proxy.toString(), "no_proxy", "elsewhere.invalid, .local"),
                Duration.ofSeconds(10));

        ProbeResult byProxy = proxied.ask(URI.create("http://desk.invalid"), WORKSPACE, CONFIG);
        ProbeResult direct = proxied.ask(URI.create("http://sub.elsewhere.invalid"), WORKSPACE, CONFIG);

        assertThat(byProxy)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(418));
        assertThat(cause(direct)).isEqualTo(Cause.DNS);
        proxied.destroy();
    }

    private static final TwilioConfig CONFIG = config(TwilioEnvironment.SIMULATOR);

    private static TwilioConfig config(TwilioEnvironment environment) {
        return new TwilioConfig(
                environment,
                new TwilioCredentials(
                        "AC000000000000000000000000000000c3", "token", Optional.empty(), Optional.empty()),
                null,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TwilioConfig config(RunningServer server, UUID workspace) {
        return Tenancy.asWorkspace(
                        workspace, () -> server.bean(TwilioConfigs.class).find())
                .orElseThrow();
    }

    private static Cause cause(ProbeResult result) {
        assertThat(result).isInstanceOf(NotReached.class);
        assertThat(result.sentence()).endsWith(".");
        return ((NotReached) result).cause();
    }

    private URI serving(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.start();
        other = Optional.of(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answerInPlainText(ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            connection.getInputStream().readAllBytes();
        } catch (IOException hungUp) {
            // The other side has seen enough.
        }
    }

    private static void awaiting(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
