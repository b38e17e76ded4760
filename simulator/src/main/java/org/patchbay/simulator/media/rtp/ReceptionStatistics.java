package org.patchbay.simulator.media.rtp;

/// What we can tell a sender about how its stream arrives (RFC 3550 §6.4.1, appendix A.3 and A.8).
/// Times are nanoseconds of one monotonic clock. Not thread-safe.
public final class ReceptionStatistics {
    private static final int SEQUENCES = 1 << 16;
    private static final long NANOS_PER_SAMPLE = 125_000;

    private boolean started;
    private int ssrc;
    private long firstSequence;
    private long highestSequence;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private long lastTransit;
    private double jitter;
    private int lastSenderReport;
    private long lastSenderReportNanos;

    /// Counts an authentic packet.
    public void received(RtpHeader header, long arrivalNanos) {
        if (!started || header.ssrc() != ssrc) {
            begin(header);
        }
        long sequence = highestSequence + (short) (header.sequence() - (int) highestSequence);
        highestSequence = Math.max(highestSequence, sequence);
        received++;
        long transit = arrivalNanos / NANOS_PER_SAMPLE - (header.timestamp() & 0xFFFF_FFFFL);
        if (received > 1) {
            jitter += (Math.abs((int) (transit - lastTransit)) - jitter) / 16;
        }
        lastTransit = transit;
    }

    /// Notes the sender's report, from which it computes the round trip once it sees our echo.
    ///
    /// @param ntpMiddle the middle 32 bits of its NTP time
    public void senderReport(int ntpMiddle, long arrivalNanos) {
        lastSenderReport = ntpMiddle;
        lastSenderReportNanos = arrivalNanos;
    }

    /// Whether anything arrived yet.
    public boolean started() {
        return started;
    }

    /// The report about everything since the one before.
    public ReportBlock report(long nowNanos) {
        long expected = highestSequence - firstSequence + 1;
        long expectedNow = expected - expectedBefore;
        long lostNow = expectedNow - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        int fraction = expectedNow <= 0 || lostNow <= 0 ? 0 : (int) (lostNow * 256 / expectedNow);
        int lost = (int) Math.clamp(expected - received, -0x800000, 0x7FFFFF);
        // In units of 1/65536 s.
        long delay = lastSenderReport == 0 ? 0 : (nowNanos - lastSenderReportNanos) * SEQUENCES / 1_000_000_000L;
        return new ReportBlock(
                ssrc,
                Math.min(fraction, 255),
                lost,
                (int) highestSequence,
                Math.round((float) jitter),
                lastSenderReport,
                (int) delay);
    }

    private void begin(RtpHeader header) {
        started = true;
        ssrc = header.ssrc();
        // One turn above zero, so that a packet older than the first stays positive.
        firstSequence = (long) SEQUENCES + header.sequence();
        highestSequence = firstSequence;
        received = 0;
        expectedBefore = 0;
        receivedBefore = 0;
        jitter = 0;
        lastSenderReport = 0;
    }
}
