package org.patchbay.simulator.media.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The DTLS connection of one leg, always as the server. After the handshake it carries nothing, but it
/// stays open: its end tells at once that the far end has gone.
public final class DtlsLeg {
    private static final Logger log = LoggerFactory.getLogger(DtlsLeg.class);

    private final DtlsIdentity identity;
    private final Listener listener;
    private final QueueTransport transport;
    private final AtomicBoolean started = new AtomicBoolean();

    /// Told, from the leg's own thread, how things go. Exactly one of `failed` and `ended` comes last.
    public interface Listener {
        /// The handshake is complete and the far end is who the SDP said.
        void connected(SrtpKeys keys);

        /// The handshake came to nothing.
        void failed(String reason);

        /// The connection is over: the far end, or [DtlsLeg#close()], ended it.
        void ended();
    }

    /// @param sender sends the first so many bytes of an array to the far end
    public DtlsLeg(DtlsIdentity identity, BiConsumer<byte[], Integer> sender, Listener listener) {
        this.identity = identity;
        this.listener = listener;
        this.transport = new QueueTransport(sender);
    }

    /// Begins to answer the client's handshake; only the first call does something.
    ///
    /// @param expected the hash of the client's certificate, from its SDP
    public void start(Fingerprint expected) {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("dtls").start(() -> run(expected));
        }
    }

    /// Takes a packet from the network. It may come before [#start(Fingerprint)].
    public void receive(byte[] packet) {
        transport.offer(packet);
    }

    public void close() {
        transport.close();
    }

    private void run(Fingerprint expected) {
        SrtpTlsServer server = new SrtpTlsServer(identity, expected);
        DTLSTransport connection;
        try {
            connection = new DTLSServerProtocol().accept(server, transport);
        } catch (IOException | RuntimeException e) {
            log.debug("DTLS handshake failed", e);
            listener.failed(String.valueOf(e.getMessage()));
            return;
        }
        server.keys().ifPresent(listener::connected);
        untilClosed(server, connection);
        listener.ended();
    }

    private static void untilClosed(SrtpTlsServer server, DTLSTransport connection) {
        byte[] ignored = new byte[1500];
        try {
            while (!server.closedByPeer()) {
                connection.receive(ignored, 0, ignored.length, 0);
            }
            connection.close();
        } catch (InterruptedIOException e) {
            sayGoodbye(connection);
        } catch (IOException | RuntimeException e) {
            log.debug("DTLS connection ended", e);
        }
    }

    private static void sayGoodbye(DTLSTransport connection) {
        try {
            connection.close();
        } catch (IOException e) {
            log.debug("DTLS connection could not be closed in order", e);
        }
    }
}
