package org.patchbay.simulator.media;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.dtls.DtlsLeg;
import org.patchbay.simulator.media.dtls.SrtpKeys;
import org.patchbay.simulator.media.ice.IceCredentials;
import org.patchbay.simulator.media.ice.IceLite;
import org.patchbay.simulator.media.ice.StunMessage;
import org.patchbay.simulator.media.mix.AudioPort;
import org.patchbay.simulator.media.mix.Channel;
import org.patchbay.simulator.media.rtp.JitterBuffer;
import org.patchbay.simulator.media.rtp.KeySender;
import org.patchbay.simulator.media.rtp.NtpTime;
import org.patchbay.simulator.media.rtp.ReportBlock;
import org.patchbay.simulator.media.sdp.LocalDescription;
import org.patchbay.simulator.media.sdp.RemoteDescription;
import org.patchbay.simulator.media.sdp.SdpException;

/// A browser's leg: one WebRTC connection with one audio stream, made by [MediaServer].
public final class MediaLeg implements Leg, AudioPort {
    private static final int REPORT_TICKS = 125;

    private final MediaServer server;
    private final IceLite ice;
    private final DtlsLeg dtls;
    private final int ssrc;
    private final long sessionId;
    private final JitterBuffer jitterBuffer = new JitterBuffer();
    private final KeySender keySender = new KeySender();
    private final KeySound keySound = new KeySound();
    private final LegEvents events = new LegEvents();
    private final Channel channel;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private volatile String localDescription = "";
    private volatile RemoteDescription.@Nullable Audio remote;
    private volatile @Nullable MediaPath path;
    private volatile @Nullable RtpInput input;
    private volatile @Nullable RtpOutput output;
    private volatile @Nullable ReportBlock lastReport;
    private volatile Duration roundTrip = Duration.ZERO;
    private volatile long lastHeardNanos;
    private int ticks;

    MediaLeg(MediaServer server) {
        this.server = server;
        this.ice = new IceLite(IceCredentials.random(server.random()));
        this.ssrc = server.random().nextInt();
        this.sessionId = server.random().nextLong() >>> 2;
        this.dtls = new DtlsLeg(server.identity(), this::sendDtls, new DtlsEvents());
        this.lastHeardNanos = server.nanoTime();
        this.channel = server.mixer().attach(this);
        server.directory().add(this, ice.current().ufrag());
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public AudioPort release() {
        channel.close();
        return this;
    }

    /// Our newest offer or answer, SDP with CRLF.
    public String localDescription() {
        return localDescription;
    }

    /// Takes the browser's answer to the offer of [MediaServer#offer()].
    ///
    /// @throws SdpException when it cannot be used; the leg stays as it was
    public void accept(String sdpAnswer) {
        RemoteDescription answer = RemoteDescription.parse(sdpAnswer);
        if (!answer.audio().setup().equals("active")) {
            throw new SdpException("an answer must say a=setup:active: this server waits for DTLS");
        }
        remote = answer.audio();
        startDtls();
    }

    /// Answers an offer that restarts ICE, as a browser makes after its network changed. Sound goes on over
    /// the old path until the new one is found.
    ///
    /// @return the new answer, SDP with new ICE credentials and the same certificate
    /// @throws SdpException when the offer cannot be used; the leg stays as it was
    public String restart(String sdpOffer) {
        RemoteDescription offer = RemoteDescription.parse(sdpOffer);
        if (closed.get()) {
            throw new SdpException("the leg is over");
        }
        IceCredentials fresh = IceCredentials.random(server.random());
        String answer = describe(fresh).answer(offer);
        ice.restart(fresh).ifPresent(old -> server.directory().removeUfrag(old.ufrag()));
        server.directory().add(this, fresh.ufrag());
        localDescription = answer;
        return answer;
    }

    @Override
    public void sendDigits(String digits) {
        keySender.send(digits);
    }

    @Override
    public void listen(LegListener listener) {
        events.listen(listener);
    }

    /// How well sound flows.
    public LegQuality quality() {
        ReportBlock report = lastReport;
        double loss = report == null ? 0 : report.fractionLost() / 256.0;
        Duration buffered = Pcm.duration(jitterBuffer.depth());
        return new LegQuality(received.get(), refused.get(), buffered, jitterBuffer.counts(), loss, roundTrip);
    }

    @Override
    public void close() {
        close(CloseReason.LOCAL);
    }

    @Override
    public void read(short[] frame) {
        jitterBuffer.read(frame);
        keySound.addTo(frame);
    }

    @Override
    public void write(short[] frame) {
        RtpOutput out = output;
        MediaPath to = path;
        if (out == null || to == null) {
            return;
        }
        out.send(frame, to::send);
        if (++ticks % REPORT_TICKS == 0) {
            RtpInput in = input;
            out.report(in == null ? Optional.empty() : in.report(server.nanoTime()), to::send);
        }
    }

    void answer(RemoteDescription offer) {
        localDescription = describe(ice.current()).answer(offer);
        remote = offer.audio();
    }

    void offer() {
        localDescription = describe(ice.current()).offer();
    }

    void stunMessage(StunMessage message, MediaPath from) {
        ice.answer(message, from.remote()).ifPresent(check -> {
            lastHeardNanos = server.nanoTime();
            server.directory().learn(this, from.remote());
            check.retired().ifPresent(old -> server.directory().removeUfrag(old.ufrag()));
            if (check.nominated() || path == null) {
                path = from;
            }
            from.send(check.reply(), check.reply().length);
            startDtls();
        });
    }

    void dtlsPacket(byte[] packet) {
        dtls.receive(packet);
    }

    void rtpPacket(byte[] packet, int length) {
        RtpInput in = input;
        if (in != null && in.receive(packet, length, server.nanoTime())) {
            received.incrementAndGet();
            lastHeardNanos = server.nanoTime();
        } else if (in != null) {
            refused.incrementAndGet();
        }
    }

    void closeIfSilentFor(Duration timeout, long nowNanos) {
        if (nowNanos - lastHeardNanos > timeout.toNanos()) {
            close(CloseReason.PEER_GONE);
        }
    }

    private LocalDescription describe(IceCredentials credentials) {
        return new LocalDescription(
                sessionId, credentials, server.identity().fingerprint(), ssrc, "patchbay", server.candidates());
    }

    /// The handshake needs a way to the far end and the certificate hash that it promised.
    private void startDtls() {
        RemoteDescription.Audio promised = remote;
        if (promised != null && path != null) {
            dtls.start(promised.fingerprint());
        }
    }

    private void sendDtls(byte[] packet, int length) {
        MediaPath to = path;
        if (to != null) {
            to.send(packet, length);
        }
    }

    private void heardBack(List<ReportBlock> blocks) {
        for (ReportBlock block : blocks) {
            if (block.ssrc() == ssrc) {
                lastReport = block;
                roundTrip =
                        block.roundTrip(NtpTime.middle(NtpTime.of(server.clock().instant())));
            }
        }
    }

    private void pressed(char key) {
        keySound.press(String.valueOf(key));
        events.digit(key);
    }

    private void close(CloseReason reason) {
        if (closed.compareAndSet(false, true)) {
            server.directory().remove(this);
            channel.close();
            dtls.close();
            events.closed(reason);
        }
    }

    private final class DtlsEvents implements DtlsLeg.Listener {
        @Override
        public void connected(SrtpKeys keys) {
            RemoteDescription.Audio audio = remote;
            int keyEvents = audio == null ? -1 : audio.keyEvents().orElse(-1);
            input = new RtpInput(
                    keys.client(), keyEvents, jitterBuffer, MediaLeg.this::pressed, MediaLeg.this::heardBack);
            output = new RtpOutput(keys.server(), keyEvents, ssrc, "patchbay", keySender, server.clock());
            events.connected();
        }

        @Override
        public void failed(String reason) {
            close(CloseReason.HANDSHAKE_FAILED);
        }

        @Override
        public void ended() {
            close(CloseReason.REMOTE);
        }
    }
}
