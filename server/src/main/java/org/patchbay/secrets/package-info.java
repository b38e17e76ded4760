/// Keeps what must be read again but never seen: encryption with a keyset that can be rotated, bound to the
/// workspace, table and column that a secret belongs to.
@ApplicationModule(
        displayName = "Secrets",
        allowedDependencies = {"kernel", "kernel::settings", "database"})
@NullMarked
package org.patchbay.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
