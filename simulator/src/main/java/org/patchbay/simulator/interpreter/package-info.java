/// Running TwiML on a leg, one small class per verb.
@NullMarked
package org.patchbay.simulator.interpreter;

import org.jspecify.annotations.NullMarked;
