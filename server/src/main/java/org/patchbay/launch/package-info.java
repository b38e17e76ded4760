/// What a launcher such as `./run` needs of a server: that it ends with its parent, and tells where it is.
@ApplicationModule(
        displayName = "Launch",
        allowedDependencies = {"kernel", "kernel::settings"})
@NullMarked
package org.patchbay.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
