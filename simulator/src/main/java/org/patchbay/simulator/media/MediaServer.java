package org.patchbay.simulator.media;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.patchbay.simulator.media.dtls.DtlsIdentity;
import org.patchbay.simulator.media.mix.AudioPort;
import org.patchbay.simulator.media.mix.Channel;
import org.patchbay.simulator.media.mix.Mixer;
import org.patchbay.simulator.media.mix.MixerClock;
import org.patchbay.simulator.media.mix.Room;
import org.patchbay.simulator.media.mix.TickLateness;
import org.patchbay.simulator.media.sdp.LocalDescription.Candidate;
import org.patchbay.simulator.media.sdp.RemoteDescription;
import org.patchbay.simulator.media.sdp.SdpException;

/// The door to all call audio: browsers' legs are made here from SDP, scripted phones' legs from
/// nothing, and both meet in [rooms][#room()].
public final class MediaServer implements AutoCloseable {
    private static final int HOUSEKEEPING_TICKS = 50;

    private final MediaConfig config;
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();
    private final DtlsIdentity identity = DtlsIdentity.create(random);
    private final LegDirectory directory = new LegDirectory();
    private final Mixer mixer = new Mixer();
    private final List<UdpSocket> sockets = new ArrayList<>();
    private final MixerClock ticker;
    private long ticks;

    private MediaServer(MediaConfig config) throws IOException {
        this.config = config;
        PacketRouter router = new PacketRouter(directory);
        try {
            for (InetAddress address : config.addresses()) {
                sockets.add(UdpSocket.open(address, config.port(), router));
            }
        } catch (IOException e) {
            sockets.forEach(UdpSocket::close);
            mixer.close();
            throw e;
        }
        this.ticker = new MixerClock(this::tick);
    }

    /// Opens the sockets and starts the mixer.
    ///
    /// @throws IOException when an address or the port cannot be used; says which
    public static MediaServer start(MediaConfig config) throws IOException {
        return new MediaServer(config);
    }

    /// Takes a browser's offer; what to send back is in [MediaLeg#localDescription()]. The leg closes by
    /// itself when the browser does not come, or goes.
    ///
    /// @throws SdpException when the offer cannot be used; says why
    public MediaLeg answer(String sdpOffer) {
        RemoteDescription offer = RemoteDescription.parse(sdpOffer);
        MediaLeg leg = new MediaLeg(this);
        try {
            leg.answer(offer);
        } catch (SdpException e) {
            leg.close();
            throw e;
        }
        return leg;
    }

    /// Makes a leg for a browser that is yet to be called; send it [MediaLeg#localDescription()] and hand
    /// its answer to [MediaLeg#accept(String)].
    public MediaLeg offer() {
        MediaLeg leg = new MediaLeg(this);
        leg.offer();
        return leg;
    }

    /// A scripted phone's leg.
    public VirtualLeg virtualLeg() {
        return new VirtualLeg(this);
    }

    /// A place in the mixer for sound that is no leg of its own.
    public Channel attach(AudioPort port) {
        return mixer.attach(port);
    }

    /// A new, empty room; close it when the call or conference is over.
    public Room room() {
        return mixer.room();
    }

    /// How punctual the mixer is.
    public TickLateness lateness() {
        return ticker.lateness();
    }

    /// A fault to test with: while the network is cut, all packets of all legs vanish in both directions.
    public void cutNetwork(boolean cut) {
        sockets.forEach(socket -> socket.cut(cut));
    }

    /// Where browsers reach us, best first.
    public List<Candidate> candidates() {
        return sockets.stream()
                .map(socket -> new Candidate(
                        socket.local().getAddress().getHostAddress(),
                        socket.local().getPort()))
                .toList();
    }

    /// The UDP port of all calls.
    public int port() {
        return sockets.getFirst().local().getPort();
    }

    /// Ends all legs and rooms; returns when every recording is on disk.
    @Override
    public void close() {
        List.copyOf(directory.legs()).forEach(MediaLeg::close);
        ticker.close();
        mixer.close();
        sockets.forEach(UdpSocket::close);
    }

    Mixer mixer() {
        return mixer;
    }

    LegDirectory directory() {
        return directory;
    }

    DtlsIdentity identity() {
        return identity;
    }

    SecureRandom random() {
        return random;
    }

    InstantSource clock() {
        return clock;
    }

    long nanoTime() {
        return System.nanoTime();
    }

    /// Closes legs whose far end was silent too long, as seen at `nowNanos`.
    void closeSilentLegs(long nowNanos) {
        Duration timeout = config.peerTimeout();
        directory.legs().forEach(leg -> leg.closeIfSilentFor(timeout, nowNanos));
    }

    private void tick() {
        mixer.tick();
        if (++ticks % HOUSEKEEPING_TICKS == 0) {
            closeSilentLegs(nanoTime());
        }
    }
}
