package org.patchbay.provisioning;

import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioProblems;
import org.springframework.stereotype.Component;

/// The credentials are in the database since the run was begun, in one transaction with it; this step says
/// that they can be read again with the keyset that this server has.
@Component
class KeepCredentials implements RunStep {

    private final TwilioConfigs configs;

    KeepCredentials(TwilioConfigs configs) {
        this.configs = configs;
    }

    @Override
    public StepName name() {
        return StepName.SAVING;
    }

    @Override
    public void perform(Work work) {
        if (configs.find().isEmpty()) {
            throw TwilioProblems.notConfigured();
        }
    }
}
