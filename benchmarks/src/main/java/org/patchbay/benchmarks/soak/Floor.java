package org.patchbay.benchmarks.soak;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The desks of everybody: one socket each, on which calls ring.
final class Floor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OFFERED = "\"type\":\"call.offered\"";
    private static final String SNAPSHOT = "\"type\":\"snapshot\"";
    private static final long PATIENCE_SECONDS = 60;

    private final List<WebSocket> sockets = new ArrayList<>();

    /// Returns once all desks are open and shown the state.
    ///
    /// @param offered told whom a call is offered to, and the call as the event has it
    static Floor open(HttpClient http, List<Seat> seats, BiConsumer<Seat, JsonNode> offered)
            throws InterruptedException {
        Floor floor = new Floor();
        CountDownLatch welcomed = new CountDownLatch(seats.size());
        for (Seat seat : seats) {
            Api api = seat.api();
            URI address = URI.create("ws://localhost:" + api.port() + "/api/realtime?workspace="
                    + seat.team().workspaceId());
            floor.sockets.add(http.newWebSocketBuilder()
                    .header("Cookie", "patchbay_session=" + api.session())
                    .header("Origin", "http://localhost:" + api.port())
                    .buildAsync(address, new Listener(welcomed, call -> offered.accept(seat, call)))
                    .join());
        }
        if (!welcomed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(welcomed.getCount() + " desks were not welcomed");
        }
        return floor;
    }

    private static final class Listener implements WebSocket.Listener {

        private final CountDownLatch welcomed;
        private final java.util.function.Consumer<JsonNode> offered;
        private final StringBuilder frame = new StringBuilder(1_024);

        Listener(CountDownLatch welcomed, java.util.function.Consumer<JsonNode> offered) {
            this.welcomed = welcomed;
            this.offered = offered;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            frame.append(part);
            if (last) {
                read(frame.toString());
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void read(String text) {
            if (text.contains(OFFERED)) {
                offered.accept(JSON.readTree(text).path("data"));
            } else if (text.contains(SNAPSHOT)) {
                welcomed.countDown();
            }
        }
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
    }
}
