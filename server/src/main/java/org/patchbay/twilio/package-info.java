/// The only code that speaks Twilio's REST, makes its access tokens or writes TwiML: a client per workspace,
/// made on demand from encrypted credentials.
@ApplicationModule(
        displayName = "Twilio",
        allowedDependencies = {"kernel", "kernel::settings", "database", "secrets"})
@NullMarked
package org.patchbay.twilio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
