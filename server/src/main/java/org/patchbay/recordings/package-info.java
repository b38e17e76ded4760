/// What was recorded of calls: who may hear it, and its sound on its way from Twilio.
@ApplicationModule(
        displayName = "Recordings",
        allowedDependencies = {"kernel", "kernel::access", "database", "database::jobs", "calls", "twilio"})
@NullMarked
package org.patchbay.recordings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
