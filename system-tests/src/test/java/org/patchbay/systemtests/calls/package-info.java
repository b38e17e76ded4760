/// Calls from one end to the other: the server, the simulator, phones and desks.
@NullMarked
package org.patchbay.systemtests.calls;

import org.jspecify.annotations.NullMarked;
