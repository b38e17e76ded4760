/// What every part shares and nobody owns: ids, problem types, paging, the settings. Needs the JDK only.
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.patchbay.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
