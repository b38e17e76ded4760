/// What runs beside a call's instructions: recordings, real-time transcriptions and streams that are started and
/// stopped.
@NullMarked
package org.patchbay.simulator.forks;

import org.jspecify.annotations.NullMarked;
