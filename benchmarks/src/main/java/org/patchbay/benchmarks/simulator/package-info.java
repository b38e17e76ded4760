/// How much the simulator bears: calls at the same time, and new calls a second.
@NullMarked
package org.patchbay.benchmarks.simulator;

import org.jspecify.annotations.NullMarked;
