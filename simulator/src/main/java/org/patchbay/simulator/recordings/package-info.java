/// Recordings of calls and conferences, the Record verb, and transcriptions of recordings.
@NullMarked
package org.patchbay.simulator.recordings;

import org.jspecify.annotations.NullMarked;
