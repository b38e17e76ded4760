package org.patchbay.simulator.media.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/// Lets BouncyCastle's blocking DTLS read from a socket that many legs share: the socket's thread drops
/// packets in, the leg's own thread takes them out.
public final class QueueTransport implements DatagramTransport {
    // A handshake is a few packets; more waiting than this is a flood, and DTLS repeats what is dropped.
    private static final int MOST_WAITING = 32;
    private static final int LARGEST_PACKET = 1500;
    private static final int LARGEST_SENT = 1200;
    private static final byte[] CLOSED = new byte[0];

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final BiConsumer<byte[], Integer> sender;
    private volatile boolean closed;

    /// @param sender sends the first so many bytes of an array to the far end
    public QueueTransport(BiConsumer<byte[], Integer> sender) {
        this.sender = sender;
    }

    /// Takes a packet from the network; it is dropped when too many wait.
    public void offer(byte[] packet) {
        waiting.offer(packet);
    }

    @Override
    public int getReceiveLimit() {
        return LARGEST_PACKET;
    }

    @Override
    public int getSendLimit() {
        return LARGEST_SENT;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
        byte[] packet = closed ? CLOSED : next(waitMillis);
        if (closed) {
            // The one kind of failure after which BouncyCastle still lets us say good-bye.
            throw new InterruptedIOException("the leg was closed");
        }
        if (packet == null) {
            return -1;
        }
        int count = Math.min(length, packet.length);
        System.arraycopy(packet, 0, buffer, offset, count);
        return count;
    }

    // Zero waits for ever, as BouncyCastle defines it.
    private byte @Nullable [] next(int waitMillis) throws IOException {
        try {
            return waitMillis == 0 ? waiting.take() : waiting.poll(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        byte[] packet = new byte[length];
        System.arraycopy(buffer, offset, packet, 0, length);
        sender.accept(packet, length);
    }

    /// Wakes the reader, who then fails. An interrupt would not do: it would close the shared socket if it hit
    /// the thread while sending (see [java.nio.channels.ClosedByInterruptException]).
    @Override
    public void close() {
        closed = true;
        waiting.clear();
        waiting.offer(CLOSED);
    }
}
