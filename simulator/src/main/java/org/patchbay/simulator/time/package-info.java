/// The clock on which everything timed runs: real, or turned by a test.
@NullMarked
package org.patchbay.simulator.time;

import org.jspecify.annotations.NullMarked;
