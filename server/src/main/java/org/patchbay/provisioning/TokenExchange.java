package org.patchbay.provisioning;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.twilio.AccountTokens;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioFailure.Kind;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.WorkspaceAccounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Exchanges the account's auth token, here or at Twilio, without a moment in which deliveries are refused.
@Component
public class TokenExchange {

    private final WorkspaceAccounts accounts;
    private final TwilioConfigs configs;
    private final TwilioClients clients;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TokenExchange(
            WorkspaceAccounts accounts,
            TwilioConfigs configs,
            TwilioClients clients,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.configs = configs;
        this.clients = clients;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// The token was exchanged at Twilio already.
    ///
    /// @throws org.patchbay.kernel.Problem 422 `twilio-credentials` if Twilio does not accept it
    public void replace(String pasted) {
        TwilioConfig config = accounts.config();
        String token = PastedCredentials.read(config.accountSid(), pasted).authToken();
        clients.credentialsChanged(Tenancy.workspaceId());
        try {
            accounts.of(config.environment(), with(config, token)).info();
        } catch (TwilioFailure failure) {
            throw TwilioProblems.of(failure);
        }
        keep(config, token, "twilio.token-replaced");
    }

    /// Makes a secondary token, keeps it, and promotes it. Killed in between, it is gone on with the next
    /// time: the secondary token is kept before it can become the primary one.
    public void rotate() {
        TwilioConfig config = accounts.config();
        try {
            String token = pending(config).orElseGet(() -> secondary(config));
            promote(accounts.of(config.environment(), with(config, token)).tokens());
            keep(config, token, "twilio.token-rotated");
        } catch (TwilioFailure failure) {
            throw TwilioProblems.of(failure);
        }
    }

    /// A secondary token whose promotion was not acknowledged.
    private static Optional<String> pending(TwilioConfig config) {
        return config.secondaryUntil().isEmpty() ? config.credentials().secondaryAuthToken() : Optional.empty();
    }

    private String secondary(TwilioConfig config) {
        AccountTokens tokens = accounts.of(config).tokens();
        tokens.deleteSecondary();
        String made = tokens.createSecondary();
        configs.keepSecondary(made);
        return made;
    }

    /// With the secondary token itself: it is accepted before and after. There is nothing to promote any more
    /// where an earlier try was carried out and not acknowledged.
    private static void promote(AccountTokens tokens) {
        try {
            tokens.promote();
        } catch (TwilioFailure failure) {
            if (failure.kind() != Kind.NOT_FOUND && failure.kind() != Kind.REFUSED) {
                throw failure;
            }
        }
    }

    private void keep(TwilioConfig config, String token, String action) {
        transactions.write(() -> {
            configs.replaceToken(config, token, clock.instant().plus(Connecting.OLD_TOKEN));
            events.publishEvent(AuditFact.of(action).with(Map.of("accountSid", config.accountSid())));
        });
        clients.credentialsChanged(Tenancy.workspaceId());
    }

    private static TwilioCredentials with(TwilioConfig config, String token) {
        return new TwilioCredentials(config.accountSid(), token, Optional.empty(), Optional.empty());
    }
}
