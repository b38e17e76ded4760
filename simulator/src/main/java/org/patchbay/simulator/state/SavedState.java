package org.patchbay.simulator.state;

import java.util.List;
import java.util.Objects;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.ApiKey;
import org.patchbay.simulator.messages.MessagingService;
import org.patchbay.simulator.numbers.CallerId;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.TwimlApplication;

/// Everything that is kept, each list oldest first. Calls, messages and conferences are not.
///
/// @param version of this form; 1
record SavedState(
        int version,
        List<Account> accounts,
        List<ApiKey> keys,
        List<IncomingPhoneNumber> numbers,
        List<TwimlApplication> applications,
        List<CallerId> callerIds,
        List<MessagingService> services) {

    static final int VERSION = 1;

    /// @throws NullPointerException when a part is missing, as in a file that is none of ours
    SavedState {
        accounts = List.copyOf(Objects.requireNonNull(accounts, "accounts"));
        keys = List.copyOf(Objects.requireNonNull(keys, "keys"));
        numbers = List.copyOf(Objects.requireNonNull(numbers, "numbers"));
        applications = List.copyOf(Objects.requireNonNull(applications, "applications"));
        callerIds = List.copyOf(Objects.requireNonNull(callerIds, "callerIds"));
        services = List.copyOf(Objects.requireNonNull(services, "services"));
    }
}
