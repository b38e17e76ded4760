/// Who watches the simulator learns here that something changed.
@NullMarked
package org.patchbay.simulator.live;

import org.jspecify.annotations.NullMarked;
