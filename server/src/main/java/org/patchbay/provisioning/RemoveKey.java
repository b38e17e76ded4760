package org.patchbay.provisioning;

import java.util.Optional;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.Problem;
import org.patchbay.provisioning.Run.Leftover;
import org.patchbay.twilio.AccountKeys;
import org.patchbay.twilio.ConnectedAccount;
import org.patchbay.twilio.TwilioFailure;
import org.springframework.stereotype.Component;

/// Removes our API key, and what a killed server may have left of another.
@Component
class RemoveKey implements RunStep {

    @Override
    public StepName name() {
        return StepName.REMOVE_KEY;
    }

    @Override
    public void perform(Work work) {
        if (work.known().isEmpty()) {
            return;
        }
        Optional<String> known = work.known().flatMap(ConnectedAccount::apiKeySid);
        try {
            AccountKeys keys = work.account().keys();
            known.ifPresent(keys::delete);
            String name = DesiredSetup.nameOf(Tenancy.workspaceId());
            keys.list().stream().filter(key -> key.name().equals(name)).forEach(key -> keys.delete(key.sid()));
            work.progress().told("removed", known.orElse(null));
        } catch (TwilioFailure | Problem failure) {
            if (!LockedOut.by(failure)) {
                throw failure;
            }
            known.ifPresent(sid -> work.progress().left(new Leftover("key", sid)));
        }
    }
}
