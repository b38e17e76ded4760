package org.patchbay.simulator.http;

/// Thrown by an endpoint to close the connection without an answer: a simulated network fault.
public final class ConnectionReset extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConnectionReset() {
        super("connection reset on purpose", null, false, false);
    }
}
