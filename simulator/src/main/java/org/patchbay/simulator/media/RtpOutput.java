package org.patchbay.simulator.media;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.codec.G711;
import org.patchbay.simulator.media.rtp.KeySender;
import org.patchbay.simulator.media.rtp.NtpTime;
import org.patchbay.simulator.media.rtp.ReportBlock;
import org.patchbay.simulator.media.rtp.Rtcp;
import org.patchbay.simulator.media.rtp.RtpHeader;
import org.patchbay.simulator.media.rtp.TelephoneEvent;
import org.patchbay.simulator.media.srtp.MasterKey;
import org.patchbay.simulator.media.srtp.SrtpSender;

/// The outgoing half of a leg's stream: from frames and key presses to encrypted packets. Used by the
/// mixer's thread only.
final class RtpOutput {
    private static final int PCMU = 0;
    private static final int LARGEST_PACKET = 256;

    private final SrtpSender srtp;
    private final int keyEvents;
    private final int ssrc;
    private final String cname;
    private final KeySender keys;
    private final InstantSource clock;
    private final byte[] packet = new byte[LARGEST_PACKET];
    private int sequence;
    private int timestamp;
    private int packets;
    private int octets;

    /// Where a finished packet goes.
    interface Network {
        void send(byte[] packet, int length);
    }

    /// @param keyEvents payload type of telephone-event, negative when not agreed on
    RtpOutput(MasterKey key, int keyEvents, int ssrc, String cname, KeySender keys, InstantSource clock) {
        this.srtp = new SrtpSender(key);
        this.keyEvents = keyEvents;
        this.ssrc = ssrc;
        this.cname = cname;
        this.keys = keys;
        this.clock = clock;
        SecureRandom random = new SecureRandom();
        // RFC 3550 §5.1 wants both to start anywhere; below 2^15 the roll-over counter starts safely.
        this.sequence = random.nextInt(1 << 15);
        this.timestamp = random.nextInt();
    }

    /// Sends one frame, or the key that sounds instead.
    void send(short[] frame, Network network) {
        Optional<KeySender.Press> press = keyEvents < 0 ? Optional.empty() : keys.tick(timestamp);
        if (press.isPresent()) {
            send(press.get(), network);
        } else {
            G711.encode(frame, packet, RtpHeader.FIXED_LENGTH);
            send(new RtpHeader(PCMU, packets == 0, sequence, timestamp, ssrc, 0), frame.length, network);
        }
        timestamp += Pcm.FRAME_SAMPLES;
    }

    /// Sends a sender report, with what we know about the far end's stream.
    void report(Optional<ReportBlock> block, Network network) {
        Rtcp.SenderReport report = new Rtcp.SenderReport(
                ssrc,
                NtpTime.of(clock.instant()),
                timestamp,
                packets,
                octets,
                block.map(List::of).orElse(List.of()));
        int length = Rtcp.write(report, cname, packet);
        network.send(packet, srtp.protectRtcp(packet, length));
    }

    private void send(KeySender.Press press, Network network) {
        press.event().write(packet, RtpHeader.FIXED_LENGTH);
        RtpHeader header = new RtpHeader(keyEvents, press.first(), sequence, press.timestamp(), ssrc, 0);
        send(header, TelephoneEvent.LENGTH, network);
    }

    private void send(RtpHeader header, int payload, Network network) {
        header.write(packet);
        network.send(packet, srtp.protectRtp(packet, RtpHeader.FIXED_LENGTH + payload));
        sequence = (sequence + 1) & 0xFFFF;
        packets++;
        octets += payload;
    }
}
