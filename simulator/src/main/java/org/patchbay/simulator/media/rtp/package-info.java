/// RTP itself: packets, key presses, the jitter buffer and quality reports.
@NullMarked
package org.patchbay.simulator.media.rtp;

import org.jspecify.annotations.NullMarked;
