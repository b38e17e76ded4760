package org.patchbay.simulator.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One UDP socket on one address. A socket on the wildcard address would not do: its answers may leave
/// from another address than the one the browser wrote to, and the browser drops those.
final class UdpSocket implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(UdpSocket.class);
    private static final int LARGEST_PACKET = 2048;
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final DatagramChannel channel;
    private final InetSocketAddress local;
    private final Receiver receiver;
    private volatile boolean cut;

    /// Takes packets, on the socket's thread. The array is reused after the call.
    interface Receiver {
        void receive(byte[] packet, int length, InetSocketAddress from, UdpSocket via);
    }

    private UdpSocket(DatagramChannel channel, InetSocketAddress local, Receiver receiver) {
        this.channel = channel;
        this.local = local;
        this.receiver = receiver;
    }

    /// @throws IOException when the port is taken or the address is not this machine's
    static UdpSocket open(InetAddress address, int port, Receiver receiver) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.bind(new InetSocketAddress(address, port));
            UdpSocket socket = new UdpSocket(channel, (InetSocketAddress) channel.getLocalAddress(), receiver);
            Thread.ofPlatform()
                    .name("media-udp-" + socket.local.getPort())
                    .daemon()
                    .start(socket::receiveAll);
            return socket;
        } catch (IOException e) {
            channel.close();
            throw new IOException("cannot use UDP port " + port + " on " + address.getHostAddress(), e);
        }
    }

    InetSocketAddress local() {
        return local;
    }

    /// Sends a packet; when that fails it is lost, as packets may be.
    void send(byte[] packet, int length, SocketAddress to) {
        if (cut) {
            return;
        }
        try {
            channel.send(ByteBuffer.wrap(packet, 0, length), to);
        } catch (IOException e) {
            log.debug("UDP send failed", e);
        }
    }

    /// While the network is cut, packets vanish in both directions.
    void cut(boolean nowCut) {
        cut = nowCut;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receiveAll() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_PACKET);
        byte[] packet = new byte[LARGEST_PACKET];
        while (channel.isOpen()) {
            try {
                buffer.clear();
                SocketAddress from = channel.receive(buffer);
                int length = buffer.flip().remaining();
                buffer.get(packet, 0, length);
                if (!cut) {
                    receiver.receive(packet, length, (InetSocketAddress) from, this);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                log.warn("A UDP packet could not be handled", e);
            }
        }
    }
}
