/// Calls: what a caller hears, who answers, and what became of it.
@ApplicationModule(
        displayName = "Calls",
        allowedDependencies = {
            "kernel",
            "kernel::access",
            "database",
            "database::jobs",
            "contacts",
            "http",
            "numbers",
            "secrets",
            "twilio",
            "webhooks",
            "workspaces"
        })
@NullMarked
package org.patchbay.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
