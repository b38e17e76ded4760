/// Does at Twilio what was decided about calls, and says what came of it.
@NullMarked
package org.patchbay.calls.acting;

import org.jspecify.annotations.NullMarked;
