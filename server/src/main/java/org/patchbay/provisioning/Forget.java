package org.patchbay.provisioning;

import java.util.Map;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.access.Permission;
import org.patchbay.numbers.NumberHoldings;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioConfigs;
import org.springframework.stereotype.Component;

/// Forgets numbers and credentials, together. Calls and texts stay.
@Component
class Forget implements RunStep {

    private final NumberHoldings holdings;
    private final TwilioConfigs configs;
    private final TwilioClients clients;
    private final Transactions transactions;
    private final Outbox outbox;

    Forget(
            NumberHoldings holdings,
            TwilioConfigs configs,
            TwilioClients clients,
            Transactions transactions,
            Outbox outbox) {
        this.holdings = holdings;
        this.configs = configs;
        this.clients = clients;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public StepName name() {
        return StepName.FORGET;
    }

    @Override
    public void perform(Work work) {
        transactions.write(() -> {
            configs.delete();
            holdings.forgetAll();
            outbox.append("numbers.changed", Audience.holding(Permission.NUMBERS_READ), Map.of("total", 0));
        });
        clients.credentialsChanged(Tenancy.workspaceId());
    }
}
