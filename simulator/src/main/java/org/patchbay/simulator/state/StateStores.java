package org.patchbay.simulator.state;

import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.messages.MessagingServices;
import org.patchbay.simulator.numbers.NumberStore;

/// Where what is kept lives while the simulator runs.
public record StateStores(AccountStore accounts, NumberStore numbers, MessagingServices services) {

    SavedState snapshot() {
        return new SavedState(
                SavedState.VERSION,
                accounts.all().toList(),
                accounts.keys().all().toList(),
                numbers.numbers().all().toList(),
                numbers.applications().all().toList(),
                numbers.callerIds().all().toList(),
                services.store().all().toList());
    }

    void restore(SavedState saved) {
        saved.accounts().forEach(accounts::put);
        saved.keys().forEach(accounts.keys()::put);
        saved.numbers().forEach(numbers::put);
        saved.applications().forEach(numbers.applications()::put);
        saved.callerIds().forEach(numbers.callerIds()::put);
        saved.services().forEach(services.store()::put);
    }
}
