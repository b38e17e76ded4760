package org.patchbay.simulator.media.rtp;

import java.time.Instant;

/// Wall-clock time as RTCP carries it (RFC 3550 §4): seconds since 1900 in 32.32 fixed point.
public final class NtpTime {
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;

    private NtpTime() {}

    public static long of(Instant instant) {
        long fraction = ((long) instant.getNano() << 32) / 1_000_000_000L;
        return (instant.getEpochSecond() + SECONDS_1900_TO_1970) << 32 | fraction;
    }

    /// The 32 bits in the middle: seconds modulo 65536 and 1/65536 s.
    public static int middle(long ntp) {
        return (int) (ntp >>> 16);
    }
}
