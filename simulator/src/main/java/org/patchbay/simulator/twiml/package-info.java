/// Reading TwiML with Twilio's tolerance and Twilio's error codes.
@NullMarked
package org.patchbay.simulator.twiml;

import org.jspecify.annotations.NullMarked;
