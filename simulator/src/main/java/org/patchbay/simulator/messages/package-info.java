/// Text messages: sending with delivery states, receiving, replies by TwiML, opt-outs.
@NullMarked
package org.patchbay.simulator.messages;

import org.jspecify.annotations.NullMarked;
