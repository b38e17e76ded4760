package org.patchbay.twilio;

import org.patchbay.database.Tenancy;
import org.springframework.stereotype.Component;

/// The Twilio account of the bound workspace.
@Component
public class WorkspaceAccounts {

    private final TwilioConfigs configs;
    private final TwilioClients clients;
    private final TwilioSites sites;

    WorkspaceAccounts(TwilioConfigs configs, TwilioClients clients, TwilioSites sites) {
        this.configs = configs;
        this.clients = clients;
        this.sites = sites;
    }

    /// @throws org.patchbay.kernel.Problem 409 `twilio-not-configured` while no account is connected
    public TwilioConfig config() {
        return configs.find().orElseThrow(TwilioProblems::notConfigured);
    }

    public TwilioAccount of(TwilioConfig config) {
        return clients.account(Tenancy.workspaceId(), sites.of(config.environment()), config.credentials());
    }

    /// With credentials that somebody has just typed.
    public TwilioAccount of(TwilioEnvironment environment, TwilioCredentials credentials) {
        return clients.account(Tenancy.workspaceId(), sites.of(environment), credentials);
    }
}
