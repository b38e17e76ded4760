package org.patchbay.provisioning;

import java.net.URI;
import java.util.Optional;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioProblems;

/// One step of a run. Each looks first what is there already: a server that was killed in the middle of a
/// step does the step again.
interface RunStep {

    StepName name();

    /// @throws org.patchbay.twilio.TwilioFailure when Twilio does not do it; what passes by itself is tried again
    /// @throws org.patchbay.kernel.Problem when it can not be done
    /// @throws Stopped when somebody wants the run to stop
    void perform(Work work);

    /// What a step works with.
    ///
    /// @param config as it was when the step began
    /// @param here under which Twilio is to reach us; empty where nobody has said
    record Work(
            RunOrder order, Progress progress, Optional<TwilioConfig> known, Optional<URI> here, Accounts accounts) {

        TwilioConfig config() {
            return known.orElseThrow(TwilioProblems::notConfigured);
        }

        URI base() {
            return here.orElseThrow(ProvisioningProblems::publicUrlMissing);
        }

        TwilioAccount account() {
            return accounts.of(config());
        }
    }

    /// Makes the client of an account.
    interface Accounts {
        TwilioAccount of(TwilioConfig config);
    }

    final class Stopped extends RuntimeException {
        Stopped() {
            super("somebody stopped the run", null, false, false);
        }
    }
}
