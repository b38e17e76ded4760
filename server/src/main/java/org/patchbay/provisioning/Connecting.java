package org.patchbay.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.patchbay.twilio.ConnectedAccount;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioEnvironment;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.WebhookBase;
import org.patchbay.twilio.WorkspaceAccounts;
import org.springframework.stereotype.Component;

/// Connects an account to the bound workspace: asks Twilio whether the credentials are right while whoever
/// typed them still looks, keeps them, and begins the run that sets all up.
@Component
public class Connecting {

    /// How long deliveries signed with the token before are accepted: Twilio may still be on its way with them.
    static final Duration OLD_TOKEN = Duration.ofDays(1);

    private final TwilioConfigs configs;
    private final WorkspaceAccounts accounts;
    private final PracticeAccounts practice;
    private final WebhookBase bases;
    private final TwilioClients clients;
    private final Runs runs;
    private final Transactions transactions;
    private final Clock clock;

    Connecting(
            TwilioConfigs configs,
            WorkspaceAccounts accounts,
            PracticeAccounts practice,
            WebhookBase bases,
            TwilioClients clients,
            Runs runs,
            Transactions transactions,
            Clock clock) {
        this.configs = configs;
        this.accounts = accounts;
        this.practice = practice;
        this.bases = bases;
        this.clients = clients;
        this.runs = runs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// With what somebody pasted; without credentials, with those that are kept, or else a practice account.
    ///
    /// @param by who asks
    /// @param environment null for the connected account's, or a real one
    public Run configure(
            String by, @Nullable TwilioEnvironment environment, @Nullable String sid, @Nullable String token) {
        Optional<ConnectedAccount> connected = configs.account();
        TwilioEnvironment where = environment != null
                ? environment
                : connected.map(ConnectedAccount::environment).orElse(TwilioEnvironment.TWILIO);
        if (bases.of(where).isEmpty()) {
            throw ProvisioningProblems.publicUrlMissing();
        }
        try {
            return connect(by, where, chosen(where, connected, sid, token));
        } catch (TwilioFailure failure) {
            throw TwilioProblems.of(failure);
        }
    }

    /// The simulator's own account, for the demonstration.
    ///
    /// @return empty while the simulator has not said which it is
    public Optional<TwilioCredentials> demonstrationAccount() {
        return practice.own();
    }

    /// @param source where the credentials come from
    private record Chosen(Source source, TwilioCredentials credentials) {}

    private enum Source {
        PASTED,
        KEPT,
        PRACTICE
    }

    private Chosen chosen(
            TwilioEnvironment where,
            Optional<ConnectedAccount> connected,
            @Nullable String sid,
            @Nullable String token) {
        boolean nothing = (sid == null || sid.isBlank()) && (token == null || token.isBlank());
        if (!nothing) {
            PastedCredentials pasted = PastedCredentials.read(sid == null ? "" : sid, token == null ? "" : token);
            checkSame(where, pasted.accountSid(), connected);
            return new Chosen(
                    Source.PASTED,
                    new TwilioCredentials(pasted.accountSid(), pasted.authToken(), Optional.empty(), Optional.empty()));
        }
        if (connected.isPresent()) {
            checkSame(where, connected.get().accountSid(), connected);
            return new Chosen(Source.KEPT, accounts.config().credentials());
        }
        if (where == TwilioEnvironment.SIMULATOR) {
            return practice.own()
                    .map(practice::make)
                    .map(made -> new Chosen(Source.PRACTICE, made))
                    .orElseThrow(() -> TwilioProblems.SIMULATOR_MISSING.because(
                            "The simulator's account is not known here. Paste its Account SID and Auth Token."));
        }
        throw Problems.invalid("accountSid", "is missing");
    }

    private static void checkSame(TwilioEnvironment where, String sid, Optional<ConnectedAccount> connected) {
        connected
                .filter(config -> !config.accountSid().equals(sid) || config.environment() != where)
                .ifPresent(config -> {
                    throw ProvisioningProblems.OTHER_ACCOUNT.because("The account " + config.accountSid()
                            + " is connected. Clear its set-up first; its numbers then get back what they had.");
                });
    }

    private Run connect(String by, TwilioEnvironment where, Chosen chosen) {
        TwilioAccount.Info info = accounts.of(where, chosen.credentials()).info();
        ConfirmCredentials.checkActive(info);
        Run run = transactions.write(() -> {
            keep(where, chosen, info);
            return runs.configure(by, configs.account().orElseThrow());
        });
        clients.credentialsChanged(Tenancy.workspaceId());
        return run;
    }

    /// In the running transaction. Since the account was looked at, somebody may have cleared it, connected
    /// another one, or exchanged its token, of which nobody else knows the new one.
    private void keep(TwilioEnvironment where, Chosen chosen, TwilioAccount.Info info) {
        Optional<ConnectedAccount> now = configs.hold();
        switch (chosen.source()) {
            case KEPT -> {
                checkSame(where, chosen.credentials().accountSid(), now);
                if (!configs.describe(info)) {
                    throw TwilioProblems.notConfigured();
                }
            }
            case PRACTICE -> {
                if (now.isEmpty()) {
                    connect(where, chosen.credentials(), info);
                }
            }
            case PASTED -> {
                checkSame(where, chosen.credentials().accountSid(), now);
                now.ifPresent(account -> exchange(chosen.credentials().authToken()));
                connect(where, chosen.credentials(), info);
            }
        }
    }

    /// Of two that connect the first account at the same moment, neither sees the other's before.
    private void connect(TwilioEnvironment where, TwilioCredentials credentials, TwilioAccount.Info info) {
        if (!configs.connect(where, credentials.accountSid(), credentials.authToken(), info)) {
            checkSame(where, credentials.accountSid(), configs.account());
        }
    }

    private void exchange(String token) {
        Optional<TwilioConfig> readable;
        try {
            readable = configs.find();
        } catch (Problem unreadable) {
            configs.forgetUnreadable();
            return;
        }
        readable.filter(before -> !before.credentials().authToken().equals(token))
                .ifPresent(before ->
                        configs.replaceToken(before, token, clock.instant().plus(OLD_TOKEN)));
    }
}
