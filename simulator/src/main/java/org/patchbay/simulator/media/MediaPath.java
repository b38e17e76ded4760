package org.patchbay.simulator.media;

import java.net.InetSocketAddress;

/// The way to a far end: our socket and its address.
record MediaPath(UdpSocket via, InetSocketAddress remote) {
    void send(byte[] packet, int length) {
        via.send(packet, length, remote);
    }
}
