package org.patchbay.simulator.media.srtp;

/// Guesses the full 48-bit index of a packet from the 16 bits it carries (RFC 3711 §3.3.1 and
/// appendix A): the roll-over counter counts how often the sequence number came round.
final class RolloverCounter {
    private static final int HALF = 1 << 15;
    private static final int FULL = 1 << 16;

    private boolean started;
    private long rollovers;
    private int highest;

    /// The index nearest to the newest authentic packet; never negative.
    long indexOf(int sequence) {
        if (!started) {
            return sequence;
        }
        long candidate = rollovers;
        if (highest < HALF && sequence - highest > HALF) {
            candidate = rollovers - 1;
        } else if (highest >= HALF && highest - HALF > sequence) {
            candidate = rollovers + 1;
        }
        return Math.max(0, candidate) * FULL + sequence;
    }

    /// Notes an authentic packet.
    void update(long index) {
        long newest = rollovers * FULL + highest;
        if (!started || index > newest) {
            started = true;
            rollovers = index / FULL;
            highest = (int) (index % FULL);
        }
    }
}
