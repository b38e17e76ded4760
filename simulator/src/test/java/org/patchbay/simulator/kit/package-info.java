/// What the tests share: a customer's web server, and the official SDK pointed at the simulator.
@NullMarked
package org.patchbay.simulator.kit;

import org.jspecify.annotations.NullMarked;
