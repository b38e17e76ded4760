/// What happened, in order, per call and message, for a developer who asks why.
@NullMarked
package org.patchbay.simulator.inspector;

import org.jspecify.annotations.NullMarked;
