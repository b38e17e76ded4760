package org.patchbay.simulator.media;

import java.time.Duration;
import org.patchbay.simulator.media.rtp.JitterBuffer;

/// How well a leg is doing.
///
/// @param received authentic packets that came from the far end
/// @param refused packets from its address that were forged, damaged or repeated
/// @param buffered sound that waits to be mixed, which is delay
/// @param playout what the jitter buffer had to mend
/// @param remoteLoss share of our packets that the far end lost lately, 0 to 1
/// @param roundTrip to the far end and back; zero before its first report
public record LegQuality(
        long received,
        long refused,
        Duration buffered,
        JitterBuffer.Counts playout,
        double remoteLoss,
        Duration roundTrip) {}
