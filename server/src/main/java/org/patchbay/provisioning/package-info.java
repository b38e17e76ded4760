/// The desired Twilio set-up: makes it, sees when it is otherwise, repairs it, and takes it away again.
@ApplicationModule(
        displayName = "Provisioning",
        allowedDependencies = {
            "kernel",
            "kernel::access",
            "kernel::settings",
            "database",
            "database::jobs",
            "twilio",
            "webhooks",
            "numbers",
            "workspaces"
        })
@NullMarked
package org.patchbay.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
