/// Phone numbers, TwiML applications and caller ids.
@NullMarked
package org.patchbay.simulator.numbers;

import org.jspecify.annotations.NullMarked;
