/// The only code that speaks Twilio's REST or writes TwiML; here, so far, the credentials it will use.
@ApplicationModule(
        displayName = "Twilio",
        allowedDependencies = {"kernel", "database", "secrets"})
@NullMarked
package org.patchbay.twilio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
