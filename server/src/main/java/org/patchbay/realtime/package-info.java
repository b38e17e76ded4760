/// The event socket: numbers what happens in a workspace, and shows each desk what its member may see, in
/// order and without a gap. Knows features by their events only.
@ApplicationModule(
        displayName = "Realtime",
        allowedDependencies = {
            "kernel",
            "kernel::access",
            "kernel::settings",
            "database",
            "database::jobs",
            "workspaces",
            "security"
        })
@NullMarked
package org.patchbay.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
