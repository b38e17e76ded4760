package org.patchbay.provisioning;

import java.util.List;
import java.util.Optional;
import org.patchbay.database.Tenancy;
import org.patchbay.twilio.AccountKeys;
import org.patchbay.twilio.AccountKeys.Listed;
import org.patchbay.twilio.ConnectedAccount;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioCredentials.ApiKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sees to it that there is one API key of ours, and that we know its secret. Twilio tells the secret once:
/// a key whose making was not acknowledged is of no use to anybody, so it is found by its name and removed.
@Component
class KeepKey implements RunStep {

    private static final Logger LOG = LoggerFactory.getLogger(KeepKey.class);

    private final TwilioConfigs configs;

    KeepKey(TwilioConfigs configs) {
        this.configs = configs;
    }

    @Override
    public StepName name() {
        return StepName.KEY;
    }

    @Override
    public void perform(Work work) {
        String name = DesiredSetup.nameOf(Tenancy.workspaceId());
        AccountKeys keys = work.account().keys();
        Optional<String> known = work.known().flatMap(ConnectedAccount::apiKeySid);
        List<Listed> all = keys.list();
        all.stream()
                .filter(key -> key.name().equals(name) && !known.equals(Optional.of(key.sid())))
                .forEach(orphan -> keys.delete(orphan.sid()));
        if (known.isPresent() && all.stream().anyMatch(key -> key.sid().equals(known.get()))) {
            work.progress().told("kept", known.get());
            return;
        }
        LOG.info("Making an API key for browser calls");
        ApiKey made = keys.create(name);
        configs.keepKey(made);
        work.progress().told("made", made.sid());
    }
}
