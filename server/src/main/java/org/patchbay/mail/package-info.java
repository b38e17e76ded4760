/// Sends letters where a mail server is set, and says so where none is.
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"kernel", "kernel::settings"})
@NullMarked
package org.patchbay.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
