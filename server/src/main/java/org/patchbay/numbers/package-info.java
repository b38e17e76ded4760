/// The workspace's phone numbers: kept as Twilio has them, named, assigned to members, bought and released.
@ApplicationModule(
        displayName = "Numbers",
        allowedDependencies = {"kernel", "kernel::access", "database", "twilio", "workspaces", "webhooks"})
@NullMarked
package org.patchbay.numbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
