/// A workspace with people in it to try Patchbay with, and links that sign in as them. Only on loopback,
/// only with the embedded database.
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "kernel",
            "kernel::access",
            "kernel::settings",
            "database",
            "launch",
            "security",
            "workspaces",
            "twilio",
            "provisioning"
        })
@NullMarked
package org.patchbay.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
