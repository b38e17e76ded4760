package org.patchbay.realtime.web;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.patchbay.realtime.Desk;
import org.patchbay.realtime.Desks;
import org.patchbay.realtime.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection, as Tomcat tells of it.
final class DeskEndpoint extends Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(DeskEndpoint.class);

    private final Desks desks;
    private final Visit visit;
    private @Nullable Desk desk;

    DeskEndpoint(Desks desks, Visit visit) {
        this.desks = desks;
        this.visit = visit;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        Desk opened = desks.open(visit, new TomcatConnection(session));
        desk = opened;
        session.addMessageHandler(String.class, text -> desks.heard(opened, text));
        session.addMessageHandler(ByteBuffer.class, bytes -> desks.heard(opened, ""));
        session.addMessageHandler(PongMessage.class, pong -> opened.pong());
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        desks.closed(Objects.requireNonNull(desk));
    }

    @Override
    public void onError(Session session, Throwable failed) {
        LOG.debug("A desk's connection failed", failed);
    }
}
