package org.patchbay.provisioning;

import java.util.Optional;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.Problem;
import org.patchbay.provisioning.Run.Leftover;
import org.patchbay.twilio.AccountApps;
import org.patchbay.twilio.TwilioFailure;
import org.springframework.stereotype.Component;

/// Removes our TwiML app, and what a killed server may have left of another.
@Component
class RemoveApp implements RunStep {

    @Override
    public StepName name() {
        return StepName.REMOVE_APP;
    }

    @Override
    public void perform(Work work) {
        if (work.known().isEmpty()) {
            return;
        }
        Optional<String> known = work.appSid();
        try {
            AccountApps apps = work.account().apps();
            known.ifPresent(apps::delete);
            apps.named(DesiredSetup.nameOf(Tenancy.workspaceId())).forEach(app -> apps.delete(app.sid()));
            work.progress().told("removed", known.orElse(null));
        } catch (TwilioFailure | Problem failure) {
            if (!LockedOut.by(failure)) {
                throw failure;
            }
            known.ifPresent(sid -> work.progress().left(new Leftover("app", sid)));
        }
    }
}
