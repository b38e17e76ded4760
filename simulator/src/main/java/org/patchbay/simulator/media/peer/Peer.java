package org.patchbay.simulator.media.peer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.codec.G711;
import org.patchbay.simulator.media.dtls.DtlsIdentity;
import org.patchbay.simulator.media.dtls.Fingerprint;
import org.patchbay.simulator.media.dtls.QueueTransport;
import org.patchbay.simulator.media.dtls.SrtpKeys;
import org.patchbay.simulator.media.ice.IceCredentials;
import org.patchbay.simulator.media.ice.StunAttribute;
import org.patchbay.simulator.media.ice.StunWriter;
import org.patchbay.simulator.media.rtp.KeyReceiver;
import org.patchbay.simulator.media.rtp.RtpHeader;
import org.patchbay.simulator.media.rtp.TelephoneEvent;
import org.patchbay.simulator.media.srtp.SrtpReceiver;
import org.patchbay.simulator.media.srtp.SrtpSender;

/// A browser without the browser: it checks connectivity, shakes hands, sends and receives sound with
/// real packets over a socket of its own. It has neither jitter buffer nor clock: whoever uses it sends a
/// frame when a frame is due.
public final class Peer implements AutoCloseable {
    private static final int KEY_EVENTS = 126;
    private static final int PCMU = 0;

    private final SecureRandom random = new SecureRandom();
    private final DtlsIdentity identity;
    private final IceCredentials ice = IceCredentials.random(random);
    private final DatagramSocket socket;
    private final QueueTransport transport = new QueueTransport((packet, length) -> send(packet, length));
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final CompletableFuture<Void> checked = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final int ssrc = random.nextInt();
    private final byte[] packet = new byte[256];
    private volatile @Nullable PeerDescription remote;
    private volatile @Nullable SrtpSender sender;
    private volatile @Nullable SrtpReceiver receiver;
    private final KeyReceiver keys = new KeyReceiver();
    private volatile Consumer<short[]> ear = _ -> {};
    private volatile Consumer<Character> keyEar = _ -> {};
    private int sequence = random.nextInt(1 << 15);
    private int timestamp = random.nextInt();

    private Peer(DtlsIdentity identity, DatagramSocket socket) {
        this.identity = identity;
        this.socket = socket;
        Thread.ofVirtual().name("peer").start(this::receiveAll);
    }

    /// A peer on a free port.
    public static Peer open(InetAddress local, DtlsIdentity identity) throws IOException {
        return new Peer(identity, new DatagramSocket(new InetSocketAddress(local, 0)));
    }

    /// SDP to call the server with; hand its answer to [#accept(String)].
    public String offer() {
        return PeerDescription.write(ice, identity.fingerprint(), "actpass", KEY_EVENTS);
    }

    /// Answers the server's call and begins to connect.
    public String answer(String sdpOffer) {
        accept(sdpOffer);
        return PeerDescription.write(ice, identity.fingerprint(), "active", 101);
    }

    /// Takes the server's answer and begins to connect.
    public void accept(String sdpAnswer) {
        PeerDescription description = PeerDescription.parse(sdpAnswer);
        remote = description;
        check();
        Thread.ofVirtual().name("peer-dtls").start(() -> shakeHands(description.fingerprint()));
    }

    /// Takes new ICE credentials after an ICE restart and checks with them.
    public void restart(String sdpAnswer) {
        remote = PeerDescription.parse(sdpAnswer);
        check();
    }

    /// Completed once sound can flow; fails when the handshake does.
    public CompletableFuture<Void> connected() {
        return connected.copy();
    }

    /// Completed by the first answered connectivity check.
    public CompletableFuture<Void> checked() {
        return checked.copy();
    }

    /// Completed when the server ended the connection.
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /// From now on `ear` is given what arrives, on the peer's own thread.
    public void hearWith(Consumer<short[]> newEar) {
        ear = newEar;
    }

    /// From now on `newKeyEar` is told the keys pressed at the other end.
    public void hearKeysWith(Consumer<Character> newKeyEar) {
        keyEar = newKeyEar;
    }

    /// Sends a connectivity check, which also tells the server that we are still here.
    public void check() {
        PeerDescription to = remote;
        if (to != null) {
            byte[] transaction = new byte[12];
            random.nextBytes(transaction);
            byte[] request = StunWriter.bindingRequest(transaction)
                    .username(to.ice().ufrag() + ":" + ice.ufrag())
                    .attribute(StunAttribute.PRIORITY, new byte[] {0x6E, 0, 1, -1})
                    .attribute(StunAttribute.ICE_CONTROLLING, new byte[8])
                    .attribute(StunAttribute.USE_CANDIDATE, new byte[0])
                    .sign(to.ice().password())
                    .fingerprint()
                    .toBytes();
            send(request, request.length);
        }
    }

    /// Sends one frame of sound.
    public synchronized void say(short[] frame) {
        G711.encode(frame, packet, RtpHeader.FIXED_LENGTH);
        sendRtp(new RtpHeader(PCMU, false, sequence, timestamp, ssrc, 0), frame.length);
        timestamp += frame.length;
    }

    /// Presses a key, in two packets: its beginning and its end.
    public synchronized void press(char key, int payloadType) {
        for (boolean end : new boolean[] {false, true}) {
            TelephoneEvent.of(key, end, end ? 800 : 160).write(packet, RtpHeader.FIXED_LENGTH);
            sendRtp(new RtpHeader(payloadType, !end, sequence, timestamp, ssrc, 0), TelephoneEvent.LENGTH);
        }
        timestamp += 800;
    }

    /// The payload type of key presses in our offers.
    public static int keyEvents() {
        return KEY_EVENTS;
    }

    /// Sends bytes as they are to the server.
    public void send(byte[] bytes, int length) {
        PeerDescription to = remote;
        try {
            if (to != null && !socket.isClosed()) {
                socket.send(new DatagramPacket(bytes, length, to.candidate()));
            }
        } catch (IOException e) {
            connected.completeExceptionally(e);
        }
    }

    /// Goes without a word, as when a laptop is shut.
    public void vanish() {
        socket.close();
    }

    /// Says good-bye and goes.
    @Override
    public void close() {
        transport.close();
    }

    private void sendRtp(RtpHeader header, int payload) {
        SrtpSender srtp = sender;
        if (srtp != null) {
            header.write(packet);
            send(packet, srtp.protectRtp(packet, RtpHeader.FIXED_LENGTH + payload));
            sequence = (sequence + 1) & 0xFFFF;
        }
    }

    private void shakeHands(Fingerprint expected) {
        SrtpTlsClient client = new SrtpTlsClient(identity, expected);
        try {
            checked.join();
            DTLSTransport connection = new DTLSClientProtocol().connect(client, transport);
            SrtpKeys keys = client.keys().orElseThrow();
            sender = new SrtpSender(keys.client());
            receiver = new SrtpReceiver(keys.server());
            connected.complete(null);
            untilEnded(connection);
        } catch (IOException | RuntimeException e) {
            connected.completeExceptionally(e);
        }
        ended.complete(null);
        socket.close();
    }

    private static void untilEnded(DTLSTransport connection) throws IOException {
        byte[] ignored = new byte[1500];
        try {
            while (connection.receive(ignored, 0, ignored.length, 0) >= 0) {
                // What the server says here is of no interest, only that it stops.
            }
        } catch (InterruptedIOException e) {
            connection.close();
        }
    }

    private void receiveAll() {
        DatagramPacket incoming = new DatagramPacket(new byte[2048], 2048);
        while (!socket.isClosed()) {
            try {
                socket.receive(incoming);
                receive(incoming.getData(), incoming.getLength());
            } catch (IOException e) {
                return;
            }
        }
    }

    private void receive(byte[] bytes, int length) {
        int first = length == 0 ? 0 : bytes[0] & 0xFF;
        if (first <= 3) {
            checked.complete(null);
        } else if (first < 64) {
            transport.offer(Arrays.copyOf(bytes, length));
        } else if (!isControl(bytes[1] & 0x7F)) {
            hear(bytes, length);
        }
    }

    private static boolean isControl(int type) {
        return type >= 64 && type < 96;
    }

    private void hear(byte[] bytes, int length) {
        SrtpReceiver srtp = receiver;
        int plainLength = srtp == null ? SrtpReceiver.REFUSED : srtp.unprotectRtp(bytes, length);
        if (plainLength == SrtpReceiver.REFUSED) {
            return;
        }
        RtpHeader header = RtpHeader.parse(bytes, plainLength).orElseThrow();
        if (header.payloadType() == PCMU) {
            short[] frame = new short[plainLength - header.length()];
            G711.decode(bytes, header.length(), frame, frame.length);
            ear.accept(frame);
        } else {
            TelephoneEvent.parse(bytes, header.length(), plainLength - header.length())
                    .flatMap(event -> keys.receive(header.timestamp(), event))
                    .ifPresent(keyEar);
        }
    }
}
