/// The simulator in JUnit tests.
@NullMarked
package org.patchbay.simulator.junit;

import org.jspecify.annotations.NullMarked;
