package org.patchbay.simulator.media.srtp;

/// Remembers which of the last 64 packets were seen (RFC 3711 §3.3.2), so that a recorded packet
/// cannot be sent a second time.
final class ReplayWindow {
    static final int SIZE = 64;

    private long highest = -1;
    private long seen;

    /// Whether a packet of this index has not been seen and is not too old to know.
    boolean admits(long index) {
        if (index > highest) {
            return true;
        }
        long age = highest - index;
        return age < SIZE && (seen & (1L << age)) == 0;
    }

    /// Notes an authentic packet.
    void add(long index) {
        if (index > highest) {
            long advance = index - highest;
            seen = advance < SIZE ? seen << advance : 0;
            seen |= 1;
            highest = index;
        } else {
            seen |= 1L << (highest - index);
        }
    }
}
