package org.patchbay.provisioning;

import java.net.URI;
import java.util.Optional;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.numbers.NumberHoldings;
import org.patchbay.provisioning.Configuration.Counts;
import org.patchbay.provisioning.Configuration.Offers;
import org.patchbay.provisioning.Configuration.State;
import org.patchbay.twilio.ConnectedAccount;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioEnvironment;
import org.patchbay.twilio.WebhookBase;
import org.springframework.stereotype.Component;

/// Reads the bound workspace's [Configuration].
@Component
public class Configurations {

    private final TwilioConfigs configs;
    private final RunStore runs;
    private final CheckStore checks;
    private final NumberHoldings numbers;
    private final PracticeAccounts practice;
    private final WebhookBase bases;
    private final Settings settings;
    private final Transactions transactions;

    Configurations(
            TwilioConfigs configs,
            RunStore runs,
            CheckStore checks,
            NumberHoldings numbers,
            PracticeAccounts practice,
            WebhookBase bases,
            Settings settings,
            Transactions transactions) {
        this.configs = configs;
        this.runs = runs;
        this.checks = checks;
        this.numbers = numbers;
        this.practice = practice;
        this.bases = bases;
        this.settings = settings;
        this.transactions = transactions;
    }

    public Configuration get() {
        return transactions.read(this::read);
    }

    private Configuration read() {
        Optional<ConnectedAccount> config = configs.account();
        Run run = runs.latest().orElse(null);
        Check check = config.flatMap(connected -> checks.latest()).orElse(null);
        return new Configuration(
                State.of(config.isPresent(), run, check),
                config.map(ConnectedAccount::environment).orElse(null),
                config.map(ConnectedAccount::accountSid).orElse(null),
                config.map(ConnectedAccount::accountName).orElse(null),
                config.map(ConnectedAccount::trial).orElse(false),
                config.flatMap(ConnectedAccount::appSid).orElse(null),
                config.flatMap(ConnectedAccount::apiKeySid).orElse(null),
                config.map(ConnectedAccount::secondaryToken).orElse(false),
                config.flatMap(ConnectedAccount::baseUrl).map(URI::toString).orElse(null),
                config.map(ConnectedAccount::environment)
                        .flatMap(bases::of)
                        .map(URI::toString)
                        .orElse(null),
                config.flatMap(ConnectedAccount::configuredAt).orElse(null),
                counts(),
                new Offers(
                        bases.of(TwilioEnvironment.TWILIO).isPresent(),
                        settings.simulatorUrl().isPresent(),
                        practice.offered()),
                run,
                check);
    }

    private Counts counts() {
        NumberHoldings.Counts counts = numbers.counts();
        return new Counts(counts.total(), counts.connected(), counts.attention());
    }
}
