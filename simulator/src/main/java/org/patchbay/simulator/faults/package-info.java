/// What goes wrong on purpose, seeded, so that a run can be repeated.
@NullMarked
package org.patchbay.simulator.faults;

import org.jspecify.annotations.NullMarked;
