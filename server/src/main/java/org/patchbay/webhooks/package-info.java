/// What stands before every Twilio callback: it finds the workspace, proves that Twilio sent it, counts it,
/// and hands it to the feature whose business it is.
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"kernel", "kernel::access", "database", "database::jobs", "http", "twilio"})
@NullMarked
package org.patchbay.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
