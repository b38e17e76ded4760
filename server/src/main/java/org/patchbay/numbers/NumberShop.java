package org.patchbay.numbers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.NumberMarket;
import org.patchbay.twilio.NumberMarket.Offer;
import org.patchbay.twilio.NumberMarket.Price;
import org.patchbay.twilio.NumberMarket.Search;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioEnvironment;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.WorkspaceAccounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Finds, buys and gives back numbers. Asks Twilio outside of any transaction.
@Component
public class NumberShop {

    /// @param practice whether they cost nothing, being the simulator's
    /// @param price empty where Twilio does not say, and of practice numbers
    public record Found(List<Offer> offers, boolean practice, Optional<Price> price) {}

    private final WorkspaceAccounts accounts;
    private final NumberSync sync;
    private final NumberStore store;
    private final NumberHoldings holdings;
    private final Numbers numbers;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    NumberShop(
            WorkspaceAccounts accounts,
            NumberSync sync,
            NumberStore store,
            NumberHoldings holdings,
            Numbers numbers,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sync = sync;
        this.store = store;
        this.holdings = holdings;
        this.numbers = numbers;
        this.transactions = transactions;
        this.events = events;
    }

    public Found search(Search search) {
        TwilioConfig config = accounts.config();
        NumberMarket market = accounts.of(config).market();
        boolean practice = config.environment() == TwilioEnvironment.SIMULATOR;
        try {
            List<Offer> offers = market.search(search);
            return new Found(offers, practice, practice ? Optional.empty() : price(market, search));
        } catch (TwilioFailure failure) {
            throw TwilioProblems.of(failure);
        }
    }

    /// A price that can not be found out is no reason to show no numbers.
    private static Optional<Price> price(NumberMarket market, Search search) {
        try {
            return market.price(search.country(), search.type());
        } catch (TwilioFailure unknown) {
            return Optional.empty();
        }
    }

    /// Looks which numbers the account has now.
    public NumberSync.Result look() {
        TwilioConfig config = accounts.config();
        try {
            return sync.store(config.accountSid(), accounts.of(config).numbers().list());
        } catch (TwilioFailure failure) {
            throw TwilioProblems.of(failure);
        }
    }

    /// Buys a number; whoever listens to [NumberBought] sets it up.
    public WorkspaceNumber buy(String phoneNumber, @Nullable String name) {
        TwilioConfig config = accounts.config();
        NumberMarket market = accounts.of(config).market();
        TwilioNumber bought;
        try {
            bought = market.buy(phoneNumber, name);
        } catch (TwilioFailure failure) {
            throw refused(failure);
        }
        return transactions.write(() -> {
            sync.add(config.accountSid(), bought);
            WorkspaceNumber number = store.findByPhone(bought.phoneNumber()).orElseThrow();
            events.publishEvent(AuditFact.of("number.bought", Numbers.target(number)));
            events.publishEvent(new NumberBought(Tenancy.workspaceId(), number.id()));
            numbers.announce(number);
            return number;
        });
    }

    /// Gives a number back to Twilio, for good.
    ///
    /// @param repeated the number once more, so that nobody gives back another one by mistake
    public WorkspaceNumber release(UUID id, String repeated) {
        WorkspaceNumber number = numbers.get(id);
        if (!number.phoneNumber().equals(repeated)) {
            throw Problems.invalid("phoneNumber", "must be the number that is to be released");
        }
        if (!number.active()) {
            return number;
        }
        if (holdings.holder(number.sid()).filter(NumberShop::another).isPresent()) {
            throw Problems.invalid("phoneNumber", "is used by another workspace of this Twilio account");
        }
        NumberMarket market = accounts.of(accounts.config()).market();
        try {
            market.release(number.sid());
        } catch (TwilioFailure failure) {
            throw TwilioProblems.of(failure);
        }
        return transactions.write(() -> {
            store.release(id);
            WorkspaceNumber released = store.find(id).orElseThrow();
            events.publishEvent(AuditFact.of("number.released", Numbers.target(released))
                    .with(Map.of("phoneNumber", released.phoneNumber())));
            numbers.announce(released);
            return released;
        });
    }

    private static boolean another(UUID workspaceId) {
        return !workspaceId.equals(Tenancy.workspaceId());
    }

    private static Problem refused(TwilioFailure failure) {
        if (failure.outcomeUnknown()) {
            return TwilioProblems.UNAVAILABLE.because(
                    "Twilio did not answer, and may have sold the number all the same. Press Sync before you try again.");
        }
        return TwilioProblems.of(failure);
    }
}
