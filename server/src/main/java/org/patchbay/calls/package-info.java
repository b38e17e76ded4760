/// Calls: what a caller hears, who answers, and what became of it. So far callers are told that nobody can.
@ApplicationModule(
        displayName = "Calls",
        allowedDependencies = {
            "kernel",
            "database",
            "database::jobs",
            "http",
            "secrets",
            "twilio",
            "webhooks",
            "workspaces"
        })
@NullMarked
package org.patchbay.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
