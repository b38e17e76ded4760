/// Twilio on your own machine: a stand-in that the official SDKs accept. It imports nothing of the
/// server, so that both can never share one misunderstanding.
@NullMarked
package org.patchbay.simulator;

import org.jspecify.annotations.NullMarked;
