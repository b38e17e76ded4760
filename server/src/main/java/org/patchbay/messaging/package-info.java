/// Texts: what came and what became of what was sent. So far a plain list.
@ApplicationModule(
        displayName = "Messaging",
        allowedDependencies = {"kernel", "kernel::access", "database", "twilio", "webhooks", "numbers"})
@NullMarked
package org.patchbay.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
