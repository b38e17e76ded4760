package org.patchbay.provisioning;

import org.patchbay.kernel.Problem;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioAccount.Info;
import org.patchbay.twilio.TwilioProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks Twilio whether the credentials are right and the account may work. They were right when they were
/// saved; they may have been exchanged since.
@Component
class ConfirmCredentials implements RunStep {

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmCredentials.class);

    @Override
    public StepName name() {
        return StepName.CREDENTIALS;
    }

    @Override
    public void perform(Work work) {
        LOG.info("Creating the Twilio client of account {}", work.config().accountSid());
        checkActive(work.account().info());
    }

    static void checkActive(Info info) {
        if (info.status() != TwilioAccount.Status.ACTIVE) {
            throw inactive(info);
        }
    }

    private static Problem inactive(Info info) {
        return TwilioProblems.ACCOUNT_INACTIVE.because(
                info.status() == TwilioAccount.Status.SUSPENDED
                        ? "Twilio has suspended this account; its console says why, and how it is lifted."
                        : "This account is closed. Connect another one.");
    }
}
