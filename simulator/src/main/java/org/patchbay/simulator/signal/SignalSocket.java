package org.patchbay.simulator.signal;

/// One WebSocket, as the gateway needs it. Sending never blocks and never fails: what cannot be sent is
/// lost with its socket.
public interface SignalSocket {
    void send(String frame);

    void close();
}
