/// The voice SDK's WebSocket on Jetty.
@NullMarked
package org.patchbay.simulator.signal.web;

import org.jspecify.annotations.NullMarked;
