/// What Twilio says about calls, as the machine understands it, and what the machine answers, as Twilio
/// understands it.
@NullMarked
package org.patchbay.calls.voice;

import org.jspecify.annotations.NullMarked;
