package org.patchbay.provisioning;

import java.time.Clock;
import java.util.Optional;
import org.patchbay.twilio.Aspect;
import org.patchbay.twilio.TwilioConfigs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads everything back, and sends a signed delivery from outside: whether Twilio reaches us is known
/// before the first customer calls.
@Component
class VerifySetup implements RunStep {

    private static final Logger LOG = LoggerFactory.getLogger(VerifySetup.class);

    private final Checks checks;
    private final TwilioConfigs configs;
    private final Clock clock;

    VerifySetup(Checks checks, TwilioConfigs configs, Clock clock) {
        this.checks = checks;
        this.configs = configs;
        this.clock = clock;
    }

    @Override
    public StepName name() {
        return StepName.VERIFY;
    }

    @Override
    public void perform(Work work) {
        LOG.info("Verifying the set-up");
        configs.configured(clock.instant());
        Check check = checks.lookOrFail(work.order().run().startedBy());
        unreachable(check).ifPresent(trouble -> {
            work.progress().told("unreachable", null);
            throw ProvisioningProblems.PUBLIC_URL_UNREACHABLE.because(trouble);
        });
        if (check.state() == CheckState.DRIFT) {
            work.progress().told("drift", null);
        }
    }

    private static Optional<String> unreachable(Check check) {
        return check.differences().stream()
                .filter(difference -> difference.aspect() == Aspect.UNREACHABLE)
                .map(difference -> String.valueOf(difference.found()))
                .findFirst();
    }
}
