/// The browser's half of a leg in Java: real packets without a browser, for tests and load.
@NullMarked
package org.patchbay.simulator.media.peer;

import org.jspecify.annotations.NullMarked;
