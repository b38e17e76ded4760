package org.patchbay.simulator.media.rtp;

import java.util.Optional;

/// Turns telephone-event packets into key presses. All packets of one press carry the same RTP
/// timestamp (RFC 4733 §2.2.1), so each newer timestamp is one press, however many of its packets were
/// lost, repeated or overtaken.
public final class KeyReceiver {
    private boolean started;
    private int newest;

    /// The key that this packet newly reports; empty when it belongs to a press already reported.
    public Optional<Character> receive(int timestamp, TelephoneEvent event) {
        if (started && timestamp - newest <= 0) {
            return Optional.empty();
        }
        started = true;
        newest = timestamp;
        return event.key();
    }
}
