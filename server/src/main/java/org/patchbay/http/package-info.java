/// What stands before and behind every controller: request ids, size limits, problem details, security
/// headers, and the desk's own files.
@ApplicationModule(
        displayName = "HTTP",
        allowedDependencies = {"kernel", "kernel::access", "kernel::settings", "database"})
@NullMarked
package org.patchbay.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
