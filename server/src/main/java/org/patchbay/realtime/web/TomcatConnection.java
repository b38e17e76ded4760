package org.patchbay.realtime.web;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.patchbay.realtime.CloseReason;
import org.patchbay.realtime.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Jakarta WebSocket session as a [Transport].
final class TomcatConnection implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(TomcatConnection.class);

    /// How long the network may take for one frame before the desk counts as too slow.
    private static final long PATIENCE_MILLIS = 10_000;

    private final Session session;

    TomcatConnection(Session session) {
        this.session = session;
        session.getAsyncRemote().setSendTimeout(PATIENCE_MILLIS);
        session.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", PATIENCE_MILLIS / 2);
        session.setMaxIdleTimeout(0); // ours: Rounds
    }

    @Override
    public void send(String text, Consumer<Boolean> done) {
        try {
            session.getAsyncRemote().sendText(text, result -> done.accept(result.isOK()));
        } catch (IllegalStateException | IllegalArgumentException closed) {
            done.accept(false);
        }
    }

    @Override
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("No ping went out", gone);
        }
    }

    /// On a thread of its own: Tomcat waits for the close frame to go out.
    @Override
    public void close(CloseReason reason) {
        Thread.ofVirtual().name("desk-close").start(() -> {
            try {
                session.close(new jakarta.websocket.CloseReason(
                        jakarta.websocket.CloseReason.CloseCodes.getCloseCode(reason.code()), reason.words()));
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("A desk's connection could not be closed in form", gone);
            }
        });
    }
}
