/// Workspaces, the people in them, their roles and presence, and how one gets in.
@ApplicationModule(
        displayName = "Workspaces",
        allowedDependencies = {"kernel", "kernel::access", "kernel::settings", "database", "mail"})
@NullMarked
package org.patchbay.workspaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
