/// Recordings: sound written to WAV files while a call goes on.
@NullMarked
package org.patchbay.simulator.media.wav;

import org.jspecify.annotations.NullMarked;
