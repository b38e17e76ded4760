/// Things that can be heard: tones, music, sound files and silence, in frames of 20 ms.
@NullMarked
package org.patchbay.simulator.media.audio;

import org.jspecify.annotations.NullMarked;
