/// Browsers with Twilio's voice SDK as parties of calls: between the signalling gateway and the call
/// engine.
@NullMarked
package org.patchbay.simulator.browsers;

import org.jspecify.annotations.NullMarked;
