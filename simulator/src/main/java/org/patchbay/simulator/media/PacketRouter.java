package org.patchbay.simulator.media;

import java.net.InetSocketAddress;
import java.util.Arrays;
import org.patchbay.simulator.media.ice.IceLite;
import org.patchbay.simulator.media.ice.StunMessage;

/// Sorts what arrives on the one port by its first byte (RFC 7983 §7) and hands it to its leg. Packets
/// of strangers are dropped without an answer.
final class PacketRouter implements UdpSocket.Receiver {
    private final LegDirectory legs;

    PacketRouter(LegDirectory legs) {
        this.legs = legs;
    }

    @Override
    public void receive(byte[] packet, int length, InetSocketAddress from, UdpSocket via) {
        if (length == 0) {
            return;
        }
        int first = packet[0] & 0xFF;
        if (first <= 3) {
            StunMessage.parse(packet, length).ifPresent(message -> check(message, new MediaPath(via, from)));
        } else if (first >= 20 && first <= 63) {
            legs.byAddress(from).ifPresent(leg -> leg.dtlsPacket(Arrays.copyOf(packet, length)));
        } else if (first >= 128 && first <= 191) {
            legs.byAddress(from).ifPresent(leg -> leg.rtpPacket(packet, length));
        }
    }

    private void check(StunMessage message, MediaPath path) {
        IceLite.localUfrag(message).flatMap(legs::byUfrag).ifPresent(leg -> leg.stunMessage(message, path));
    }
}
