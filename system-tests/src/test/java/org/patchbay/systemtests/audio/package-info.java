/// Proofs in a real browser that calls have sound, and the right sound: tones are detected, "connected"
/// counts for nothing.
@NullMarked
package org.patchbay.systemtests.audio;

import org.jspecify.annotations.NullMarked;
