/// What stands before every Twilio callback; so far the proof that Twilio sent it.
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"kernel"})
@NullMarked
package org.patchbay.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
