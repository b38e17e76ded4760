package org.patchbay.simulator.signal.web;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.signal.SignalSocket;
import org.patchbay.simulator.signal.VoiceGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One WebSocket at `/signal`, between Jetty and the gateway. Make one per upgrade.
public final class SignalEndpoint implements Session.Listener.AutoDemanding, SignalSocket {
    /// The largest frame accepted, in characters: an SDP of a voice call has about 3,000.
    public static final int LARGEST_FRAME = 65_536;

    private static final Logger log = LoggerFactory.getLogger(SignalEndpoint.class);

    private final VoiceGateway gateway;
    private volatile @Nullable Session session;
    private volatile VoiceGateway.@Nullable Connection connection;

    public SignalEndpoint(VoiceGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        opened.setMaxTextMessageSize(LARGEST_FRAME);
        session = opened;
        connection = gateway.connect(this);
    }

    @Override
    public void onWebSocketText(String frame) {
        VoiceGateway.Connection open = connection;
        if (open != null) {
            open.receive(frame);
        }
    }

    @Override
    public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
        VoiceGateway.Connection open = connection;
        if (open != null) {
            open.closed();
        }
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        log.debug("A signalling socket failed", cause);
    }

    @Override
    public void send(String frame) {
        Session open = session;
        if (open != null && open.isOpen()) {
            open.sendText(frame, Callback.NOOP);
        }
    }

    @Override
    public void close() {
        Session open = session;
        if (open != null) {
            open.close();
        }
    }
}
