/// The people at the other end: scripted phones and handsets that are driven by hand.
@NullMarked
package org.patchbay.simulator.phones;

import org.jspecify.annotations.NullMarked;
