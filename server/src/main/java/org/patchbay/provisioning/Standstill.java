package org.patchbay.provisioning;

import java.util.Optional;
import java.util.UUID;
import org.patchbay.database.Transactions;
import org.springframework.stereotype.Component;

/// Whether something has been done to the bound workspace's account since: then what was read of it before
/// is old, and must not be written over what is known now.
@Component
class Standstill {

    /// The last run, and how it stood.
    record Since(Optional<UUID> runId, Optional<RunState> state) {}

    private final RunStore runs;
    private final Transactions transactions;

    Standstill(RunStore runs, Transactions transactions) {
        this.runs = runs;
        this.transactions = transactions;
    }

    Since now() {
        Optional<Run> latest = transactions.read(runs::latest);
        return new Since(latest.map(Run::id), latest.map(Run::state));
    }

    /// @throws org.patchbay.kernel.Problem 409 `twilio-busy` if a run has begun or ended since
    void require(Since before) {
        if (!now().equals(before)) {
            throw ProvisioningProblems.busy();
        }
    }
}
