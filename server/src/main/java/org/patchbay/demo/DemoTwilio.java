package org.patchbay.demo;

import java.util.Optional;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.provisioning.Configuration;
import org.patchbay.provisioning.Configurations;
import org.patchbay.provisioning.Connecting;
import org.patchbay.provisioning.Run;
import org.patchbay.provisioning.RunKind;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioEnvironment;
import org.patchbay.workspaces.Membership;
import org.patchbay.workspaces.People;
import org.patchbay.workspaces.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Connects the demonstration's workspace to the simulator's own account, by the same code as everybody's:
/// as soon as the simulator answers, and again when this server is reached under another port. Once
/// somebody has cleared or changed the set-up it is theirs.
@Component
class DemoTwilio {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTwilio.class);
    private static final String BY = "Patchbay";

    private final DemoWorkspace workspace;
    private final People people;
    private final Connecting connecting;
    private final Configurations configurations;
    private final Transactions transactions;
    private final Settings settings;
    private boolean settled;

    DemoTwilio(
            DemoWorkspace workspace,
            People people,
            Connecting connecting,
            Configurations configurations,
            Transactions transactions,
            Settings settings) {
        this.workspace = workspace;
        this.people = people;
        this.connecting = connecting;
        this.configurations = configurations;
        this.transactions = transactions;
        this.settings = settings;
    }

    /// Tries, if there is still something to do.
    void connect() {
        if (settled || settings.simulatorUrl().isEmpty()) {
            return;
        }
        Optional<TwilioCredentials> account = connecting.demonstrationAccount();
        if (account.isPresent()) {
            workspaceId().ifPresent(id -> Tenancy.asWorkspace(id, () -> settled = settle(account.get())));
        }
    }

    private boolean settle(TwilioCredentials account) {
        Configuration now = configurations.get();
        if (!wanted(now)) {
            return true;
        }
        try {
            connecting.configure(BY, TwilioEnvironment.SIMULATOR, account.accountSid(), account.authToken());
            return true;
        } catch (Problem notYet) {
            LOG.debug("The simulator does not answer yet: {}", notYet.type().slug());
            return false;
        }
    }

    private static boolean wanted(Configuration now) {
        Run last = now.run();
        return switch (now.state()) {
            case NONE -> last == null || last.kind() != RunKind.CLEAR;
            case WORKING -> false;
            case READY, ATTENTION ->
                now.environment() == TwilioEnvironment.SIMULATOR
                        && now.baseUrl() != null
                        && !now.baseUrl().equals(now.currentBaseUrl());
        };
    }

    private Optional<UUID> workspaceId() {
        Optional<User> owner = workspace.find(DemoPerson.OWNER);
        return owner.flatMap(user ->
                Tenancy.globally(() -> transactions.read(() -> people.memberships(user.id()))).stream()
                        .findFirst()
                        .map(Membership::workspace)
                        .map(place -> place.id()));
    }
}
