package org.patchbay.realtime;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A desk's end of a socket: keeps every frame, and may stop reading.
final class TestDesk implements WebSocket.Listener {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final AtomicInteger closeCode = new AtomicInteger(-1);
    private final StringBuilder partial = new StringBuilder();
    private final boolean reading;
    private @Nullable WebSocket socket;

    private TestDesk(boolean reading) {
        this.reading = reading;
    }

    /// The origin of the desk that the server itself serves.
    static String originOf(Visitor visitor) {
        return visitor.server().url("").toString();
    }

    static TestDesk open(Visitor visitor) {
        return open(visitor, null);
    }

    /// @param after the last number received; null for a fresh start
    static TestDesk open(Visitor visitor, @Nullable Long after) {
        return connect(visitor, visitor.workspaceId(), after, originOf(visitor), new TestDesk(true))
                .join();
    }

    /// A desk that has stopped reading, as a suspended laptop's.
    static TestDesk openDeaf(Visitor visitor) {
        return connect(visitor, visitor.workspaceId(), null, originOf(visitor), new TestDesk(false))
                .join();
    }

    /// @return fails with a [java.net.http.WebSocketHandshakeException] where the server refuses
    static CompletableFuture<TestDesk> connect(Visitor visitor, UUID workspaceId, @Nullable Long after, String origin) {
        return connect(visitor, workspaceId, after, origin, new TestDesk(true));
    }

    private static CompletableFuture<TestDesk> connect(
            Visitor visitor, UUID workspaceId, @Nullable Long after, String origin, TestDesk desk) {
        URI address = URI.create(originOf(visitor).replace("http:", "ws:") + "/api/realtime?workspace=" + workspaceId
                + (after == null ? "" : "&after=" + after));
        return CLIENT.newWebSocketBuilder()
                .header(
                        "Cookie",
                        "patchbay_session=" + visitor.cookie("patchbay_session").orElse("none"))
                .header("Origin", origin)
                .buildAsync(address, desk)
                .thenApply(socket -> {
                    desk.socket = socket;
                    return desk;
                });
    }

    /// The status with which the server refuses the handshake.
    static int refusal(CompletableFuture<TestDesk> connecting) {
        return refused(connecting).getResponse().statusCode();
    }

    static WebSocketHandshakeException refused(CompletableFuture<TestDesk> connecting) {
        try {
            connecting.join();
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake;
            }
            throw refused;
        }
        throw new AssertionError("the server accepted the handshake");
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode.set(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failed) {
        closeCode.compareAndSet(-1, 1006);
    }

    void send(String text) {
        socket().sendText(text, true).join();
    }

    /// Closes in form, as a page that is left.
    void close() {
        socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /// Vanishes, as a machine that loses its network.
    void cut() {
        socket().abort();
    }

    /// Begins to read after all.
    void read() {
        socket().request(1);
    }

    private WebSocket socket() {
        return Objects.requireNonNull(socket);
    }

    List<JsonNode> frames() {
        return frames;
    }

    List<JsonNode> frames(String type) {
        return frames.stream().filter(frame -> type(frame).equals(type)).toList();
    }

    static String type(JsonNode frame) {
        return frame.get("type").asString();
    }

    /// The numbers of counted frames, in the order of arrival.
    List<Long> numbers() {
        return frames.stream()
                .filter(frame -> !List.of("hello", "snapshot", "heartbeat").contains(type(frame)))
                .map(frame -> frame.get("seq").asLong())
                .toList();
    }

    /// The last number whose frame has come; -1 before the first.
    long shownUpTo() {
        List<Long> numbers = numbers();
        return numbers.isEmpty() ? -1 : numbers.getLast();
    }

    /// The last number that this desk knows of.
    long position() {
        List<Long> numbers = numbers();
        return numbers.isEmpty() ? await("hello").get("seq").asLong() : numbers.getLast();
    }

    JsonNode await(String type) {
        Eventually.until(type + " arrives", () -> !frames(type).isEmpty());
        return frames(type).getFirst();
    }

    /// Waits until a member is seen with that presence: by the last frame that tells of them, be it the
    /// snapshot, which has what was true before the desk was welcomed.
    void awaitPresence(UUID memberId, String status) {
        Eventually.until(
                String.format(Locale.ROOT, "%s is %s", memberId, status),
                () -> frames.stream()
                        .flatMap(TestDesk::presences)
                        .filter(presence -> presence.get("memberId").asString().equals(memberId.toString()))
                        .reduce((earlier, later) -> later)
                        .map(presence -> presence.get("status").asString().equals(status))
                        .orElse(false));
    }

    private static Stream<JsonNode> presences(JsonNode frame) {
        return switch (type(frame)) {
            case "member.presence" -> Stream.of(frame.get("data"));
            case "snapshot" -> frame.at("/data/presence").valueStream();
            default -> Stream.empty();
        };
    }

    int awaitClose() {
        Eventually.until("the server closes the socket", () -> closeCode.get() != -1);
        return closeCode.get();
    }

    boolean open() {
        return closeCode.get() == -1;
    }
}
