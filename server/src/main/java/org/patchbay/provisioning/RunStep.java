package org.patchbay.provisioning;

import java.net.URI;
import java.util.Optional;
import org.patchbay.twilio.ConnectedAccount;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.WorkspaceAccounts;

/// One step of a run. Each looks first what is there already: a server that was killed in the middle of a
/// step does the step again.
interface RunStep {

    StepName name();

    /// @throws org.patchbay.twilio.TwilioFailure when Twilio does not do it; what passes by itself is tried again
    /// @throws org.patchbay.kernel.Problem when it can not be done
    /// @throws Stopped when somebody wants the run to stop
    /// @throws Interrupted when this server goes down
    void perform(Work work);

    /// What a step works with.
    ///
    /// @param known the account as it was when the step began; empty when none is connected any more
    /// @param here under which Twilio is to reach us; empty where nobody has said
    record Work(
            RunOrder order,
            Progress progress,
            Optional<ConnectedAccount> known,
            Optional<URI> here,
            WorkspaceAccounts accounts) {

        /// With its secrets.
        TwilioConfig config() {
            return accounts.config();
        }

        Optional<String> appSid() {
            return known.flatMap(ConnectedAccount::appSid);
        }

        URI base() {
            return here.orElseThrow(ProvisioningProblems::publicUrlMissing);
        }

        TwilioAccount account() {
            return accounts.of(config());
        }
    }

    /// This server goes down; the next one goes on.
    final class Interrupted extends RuntimeException {
        Interrupted() {
            super("the server stops", null, false, false);
        }
    }

    final class Stopped extends RuntimeException {
        Stopped() {
            super("somebody stopped the run", null, false, false);
        }
    }
}
