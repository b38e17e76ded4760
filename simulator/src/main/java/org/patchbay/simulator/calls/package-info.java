/// Calls and their legs: states, events, placing and ending, callbacks.
@NullMarked
package org.patchbay.simulator.calls;

import org.jspecify.annotations.NullMarked;
