package org.patchbay.simulator.http;

import java.net.InetSocketAddress;

/// The server cannot listen where it was told to.
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTaken(InetSocketAddress address, Throwable cause) {
        super("cannot listen on " + address.getHostString() + ":" + address.getPort(), cause);
    }
}
