/// The simulator from outside: official SDKs of other languages against it.
@NullMarked
package org.patchbay.systemtests.simulator;

import org.jspecify.annotations.NullMarked;
