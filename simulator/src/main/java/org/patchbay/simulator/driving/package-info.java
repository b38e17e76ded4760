/// Driving the simulator over HTTP: faults, and phones that text. No part of Twilio.
@NullMarked
package org.patchbay.simulator.driving;

import org.jspecify.annotations.NullMarked;
