/// Who gets in and what they did: sign-in, sessions, API keys, the binding of each request to its caller
/// and workspace, and the audit log.
@ApplicationModule(
        displayName = "Security",
        allowedDependencies = {
            "kernel",
            "kernel::access",
            "kernel::settings",
            "database",
            "database::jobs",
            "http",
            "mail",
            "workspaces"
        })
@NullMarked
package org.patchbay.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
