package org.patchbay.systemtests.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.patchbay.simulator.media.MediaConfig;
import org.patchbay.simulator.media.MediaServer;
import org.patchbay.simulator.signal.VoiceGateway;
import org.patchbay.simulator.signal.web.SignalEndpoint;

/// The simulator's gateway and media without its call engine: a page with Twilio's SDK, `/signal`, and
/// [RoomEngine] behind it.
final class SdkExchange implements AutoCloseable {
    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String KEY = "SK00000000000000000000000000000001";

    private static final String SECRET = "a secret of at least thirty-two bytes";

    private final MediaServer media;
    private final RoomEngine engine;
    private final VoiceGateway gateway;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();

    SdkExchange() throws Exception {
        media = MediaServer.start(MediaConfig.of(List.of(), 0));
        engine = new RoomEngine(media);
        gateway = new VoiceGateway((account, key) -> secret(account, key), engine, InstantSource.system());
        engine.tellTo(gateway);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(WebSocketUpgradeHandler.from(
                server,
                container ->
                        container.addMapping("/signal", (request, response, callback) -> new SignalEndpoint(gateway))));
        ((Handler.Wrapper) server.getHandler()).setHandler(new Pages());
        server.start();
        var _ = ticker.scheduleAtFixedRate(gateway::tick, 1, 1, TimeUnit.SECONDS);
    }

    String pageUrl() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/";
    }

    MediaServer media() {
        return media;
    }

    RoomEngine engine() {
        return engine;
    }

    VoiceGateway gateway() {
        return gateway;
    }

    /// A token made by Twilio's own server library.
    static String token(String identity, int ttlSeconds) {
        return token(identity, ttlSeconds, SECRET);
    }

    static String token(String identity, int ttlSeconds, String secret) {
        return new AccessToken.Builder(ACCOUNT, KEY, secret.getBytes(UTF_8))
                .identity(identity)
                .ttl(ttlSeconds)
                .grant(new VoiceGrant()
                        .setIncomingAllow(true)
                        .setOutgoingApplication("AP00000000000000000000000000000001", Map.of()))
                .build()
                .toJwt();
    }

    private static Optional<String> secret(String account, String key) {
        return account.equals(ACCOUNT) && key.equals(KEY) ? Optional.of(SECRET) : Optional.empty();
    }

    private static final class Pages extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            boolean sdk = Request.getPathInContext(request).equals("/sdk.js");
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, sdk ? "text/javascript" : "text/html");
            Content.Sink.write(response, true, sdk ? sdk() : page(), callback);
            return true;
        }

        private static String sdk() throws IOException {
            return Files.readString(VoiceSdk.file().orElseThrow());
        }

        private static String page() throws IOException {
            try (InputStream page = SdkExchange.class.getResourceAsStream("phone.html")) {
                return page == null ? "" : new String(page.readAllBytes(), UTF_8);
            }
        }
    }

    @Override
    public void close() throws Exception {
        ticker.shutdownNow();
        server.stop();
        media.close();
    }
}
