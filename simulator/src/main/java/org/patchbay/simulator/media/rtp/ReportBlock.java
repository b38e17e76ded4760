package org.patchbay.simulator.media.rtp;

import java.nio.ByteBuffer;
import java.time.Duration;

/// How one stream arrives, as its receiver reports it (RFC 3550 §6.4.1).
///
/// @param ssrc the stream
/// @param fractionLost lost since the last report, in 1/256
/// @param lost lost since the beginning; negative when more arrived than were sent
/// @param highestSequence the highest sequence number, with the count of turns in the upper 16 bits
/// @param jitter of arrival, in samples
/// @param lastSenderReport the sender's last report, by the middle 32 bits of its NTP time; 0 for none
/// @param delaySinceLastReport since that report came, in 1/65536 s
public record ReportBlock(
        int ssrc,
        int fractionLost,
        int lost,
        int highestSequence,
        int jitter,
        int lastSenderReport,
        int delaySinceLastReport) {
    /// Bytes on the wire.
    static final int LENGTH = 24;

    static ReportBlock read(ByteBuffer in) {
        int ssrc = in.getInt();
        int loss = in.getInt();
        // Shifting left and back keeps the sign of the 24-bit number.
        return new ReportBlock(ssrc, loss >>> 24, loss << 8 >> 8, in.getInt(), in.getInt(), in.getInt(), in.getInt());
    }

    void write(ByteBuffer out) {
        out.putInt(ssrc).putInt((fractionLost << 24) | (lost & 0xFFFFFF)).putInt(highestSequence);
        out.putInt(jitter).putInt(lastSenderReport).putInt(delaySinceLastReport);
    }

    /// The time a packet needs there and back, seen by the stream's sender.
    ///
    /// @param nowMiddle the middle 32 bits of the NTP time now
    /// @return zero when the receiver has not yet seen a report of ours
    public Duration roundTrip(int nowMiddle) {
        if (lastSenderReport == 0) {
            return Duration.ZERO;
        }
        long units = Math.max(0, nowMiddle - lastSenderReport - delaySinceLastReport);
        return Duration.ofNanos((units * 1_000_000_000L) >> 16);
    }
}
