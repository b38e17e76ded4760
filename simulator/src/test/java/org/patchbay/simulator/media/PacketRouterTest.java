package org.patchbay.simulator.media;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;

class PacketRouterTest {
    private static final InetSocketAddress STRANGER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    private final LegDirectory directory = new LegDirectory();
    private final PacketRouter router = new PacketRouter(directory);
    private final MediaServer server = MediaServer.start(MediaConfig.loopback(0));
    private final UdpSocket socket = UdpSocket.open(InetAddress.getLoopbackAddress(), 0, router);

    PacketRouterTest() throws IOException {
        MediaLeg leg = server.offer();
        directory.add(leg, "knownleg");
        directory.learn(leg, STRANGER);
    }

    @AfterProperty
    void close() {
        socket.close();
        server.close();
    }

    @Property(tries = 3000)
    void anyPacketFromAKnownOrUnknownAddressIsSurvived(@ForAll @Size(max = 300) byte[] noise, @ForAll boolean known) {
        InetSocketAddress from = known ? STRANGER : new InetSocketAddress(STRANGER.getAddress(), 10);
        router.receive(noise, noise.length, from, socket);
    }
}
