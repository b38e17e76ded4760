/// The server's way to Twilio, tried against the simulator with everything that a real account does.
@NullMarked
package org.patchbay.systemtests.twilio;

import org.jspecify.annotations.NullMarked;
