/// The Dial verb: ringing others, choosing among them, whispering, bridging.
@NullMarked
package org.patchbay.simulator.dial;

import org.jspecify.annotations.NullMarked;
