package org.patchbay.provisioning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.twilio.NumberMarket;
import org.patchbay.twilio.NumberMarket.Offer;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioAccount.Subaccount;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioEnvironment;
import org.patchbay.twilio.WorkspaceAccounts;
import org.patchbay.workspaces.Workspaces;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes accounts of the simulator beside us, with numbers, for workspaces that want to practise: an account
/// under the simulator's own, through the same REST API that a real one has.
@Component
class PracticeAccounts {

    private static final List<String> NAMES = List.of("Support", "Sales", "Front desk");

    /// The simulator offers numbers of some countries only; of this one it has plenty.
    private static final String COUNTRY = "US";

    private final Settings settings;
    private final WorkspaceAccounts accounts;
    private final Workspaces workspaces;
    private final JsonMapper json;

    PracticeAccounts(Settings settings, WorkspaceAccounts accounts, Workspaces workspaces, JsonMapper json) {
        this.settings = settings;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.json = json;
    }

    /// Whether the simulator's own account is known: it keeps it in our data directory where `./run` has
    /// started both.
    boolean offered() {
        return settings.simulatorUrl().isPresent() && own().isPresent();
    }

    /// The simulator's own account; whoever may read the data directory may use it.
    Optional<TwilioCredentials> own() {
        Path file = settings.dataDir().resolve("simulator.json");
        try {
            JsonNode account = Files.isReadable(file)
                    ? json.readTree(file.toFile()).path("accounts").path(0)
                    : json.missingNode();
            String sid = account.path("sid").asString("");
            String token = account.path("authToken").asString("");
            return sid.isEmpty() || token.isEmpty() ? Optional.empty() : Optional.of(credentials(sid, token));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /// A new account for the bound workspace, with three numbers.
    ///
    /// @throws org.patchbay.twilio.TwilioFailure when the simulator does not do it
    TwilioCredentials make(TwilioCredentials own) {
        TwilioAccount parent = accounts.of(TwilioEnvironment.SIMULATOR, own);
        Subaccount made = parent.createSubaccount(workspaces.get().name());
        TwilioCredentials credentials = credentials(made.sid(), made.authToken());
        NumberMarket market =
                accounts.of(TwilioEnvironment.SIMULATOR, credentials).market();
        List<Offer> offers = market.search(new NumberMarket.Search(COUNTRY, NumberMarket.Type.LOCAL, null, null));
        for (int i = 0; i < Math.min(NAMES.size(), offers.size()); i++) {
            market.buy(offers.get(i).phoneNumber(), NAMES.get(i));
        }
        return credentials;
    }

    private static TwilioCredentials credentials(String sid, String token) {
        return new TwilioCredentials(sid, token, Optional.empty(), Optional.empty());
    }
}
