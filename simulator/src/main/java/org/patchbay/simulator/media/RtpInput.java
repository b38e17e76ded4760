package org.patchbay.simulator.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.simulator.media.rtp.JitterBuffer;
import org.patchbay.simulator.media.rtp.KeyReceiver;
import org.patchbay.simulator.media.rtp.NtpTime;
import org.patchbay.simulator.media.rtp.ReceptionStatistics;
import org.patchbay.simulator.media.rtp.ReportBlock;
import org.patchbay.simulator.media.rtp.Rtcp;
import org.patchbay.simulator.media.rtp.RtpHeader;
import org.patchbay.simulator.media.rtp.TelephoneEvent;
import org.patchbay.simulator.media.srtp.MasterKey;
import org.patchbay.simulator.media.srtp.SrtpReceiver;

/// The incoming half of a leg's stream: from encrypted packets to sound, key presses and reports. Several
/// sockets may deliver at the same time.
final class RtpInput {
    private static final int PCMU = 0;
    // RTCP packet types 192 to 223 with the top bit cut off (RFC 5761 §4).
    private static final int FIRST_RTCP = 64;
    private static final int LAST_RTCP = 95;

    private final SrtpReceiver srtp;
    private final int keyEvents;
    private final JitterBuffer jitterBuffer;
    private final ReceptionStatistics statistics = new ReceptionStatistics();
    private final KeyReceiver keys = new KeyReceiver();
    private final Consumer<Character> pressed;
    private final Consumer<List<ReportBlock>> reports;

    /// @param keyEvents payload type of telephone-event, negative when not agreed on
    /// @param pressed told each key
    /// @param reports told how the far end hears us
    RtpInput(
            MasterKey key,
            int keyEvents,
            JitterBuffer jitterBuffer,
            Consumer<Character> pressed,
            Consumer<List<ReportBlock>> reports) {
        this.srtp = new SrtpReceiver(key);
        this.keyEvents = keyEvents;
        this.jitterBuffer = jitterBuffer;
        this.pressed = pressed;
        this.reports = reports;
    }

    /// Takes an SRTP or SRTCP packet, which is decrypted in place.
    ///
    /// @return whether it was authentic
    synchronized boolean receive(byte[] packet, int length, long nowNanos) {
        if (length < 2) {
            return false;
        }
        int type = packet[1] & 0x7F;
        boolean isControl = type >= FIRST_RTCP && type <= LAST_RTCP;
        return isControl ? control(packet, length, nowNanos) : audio(packet, length, nowNanos);
    }

    /// How we hear the far end; empty before its first packet.
    synchronized Optional<ReportBlock> report(long nowNanos) {
        return statistics.started() ? Optional.of(statistics.report(nowNanos)) : Optional.empty();
    }

    private boolean audio(byte[] packet, int length, long nowNanos) {
        int plainLength = srtp.unprotectRtp(packet, length);
        if (plainLength == SrtpReceiver.REFUSED) {
            return false;
        }
        RtpHeader header = RtpHeader.parse(packet, plainLength).orElseThrow();
        statistics.received(header, nowNanos);
        int payload = RtpHeader.payloadEnd(packet, plainLength) - header.length();
        if (payload > 0 && header.payloadType() == PCMU) {
            jitterBuffer.put(header.timestamp(), packet, header.length(), payload);
        } else if (payload > 0 && header.payloadType() == keyEvents) {
            TelephoneEvent.parse(packet, header.length(), payload)
                    .flatMap(event -> keys.receive(header.timestamp(), event))
                    .ifPresent(pressed);
        }
        return true;
    }

    private boolean control(byte[] packet, int length, long nowNanos) {
        int plainLength = srtp.unprotectRtcp(packet, length);
        if (plainLength == SrtpReceiver.REFUSED) {
            return false;
        }
        for (Rtcp part : Rtcp.parse(packet, plainLength)) {
            switch (part) {
                case Rtcp.SenderReport report -> {
                    statistics.senderReport(NtpTime.middle(report.ntpTime()), nowNanos);
                    reports.accept(report.blocks());
                }
                case Rtcp.ReceiverReport report -> reports.accept(report.blocks());
                // The stream's end is no news: the DTLS connection's end is what ends a leg.
                case Rtcp.Goodbye goodbye -> {}
                case Rtcp.Other other -> {}
            }
        }
        return true;
    }
}
