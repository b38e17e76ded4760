/// Signal processing on 8 kHz telephone audio: G.711, sample rates and tone detection.
@NullMarked
package org.patchbay.simulator.media.codec;

import org.jspecify.annotations.NullMarked;
