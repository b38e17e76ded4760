package org.patchbay.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.database.Tenancy;
import org.patchbay.numbers.HeldNumber;
import org.patchbay.numbers.NumberHoldings;
import org.patchbay.numbers.NumberSync;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.WebhookUrls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Fetches the account's numbers, keeps them here, and points each at us. One that Twilio refuses does not
/// stop the others.
@Component
class ConnectNumbers implements RunStep {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectNumbers.class);

    /// A call ends after a day at the latest, where the account allows it that long.
    private static final Duration LONGEST_CALL = Duration.ofDays(1);

    private record Match(TwilioNumber number, HeldNumber row) {}

    private final NumberSync sync;
    private final NumberHoldings holdings;
    private final NumberConnector connector;
    private final TwilioConfigs configs;
    private final Clock clock;

    ConnectNumbers(
            NumberSync sync, NumberHoldings holdings, NumberConnector connector, TwilioConfigs configs, Clock clock) {
        this.sync = sync;
        this.holdings = holdings;
        this.connector = connector;
        this.configs = configs;
        this.clock = clock;
    }

    @Override
    public StepName name() {
        return StepName.NUMBERS;
    }

    @Override
    public void perform(Work work) {
        LOG.info("Fetching the account's phone numbers");
        List<TwilioNumber> numbers = work.account().numbers().list();
        LOG.info("Storing {} phone numbers", numbers.size());
        sync.store(work.config().accountSid(), numbers);
        Map<String, HeldNumber> known =
                holdings.active().stream().collect(Collectors.toMap(HeldNumber::sid, Function.identity()));
        List<Match> wanted = numbers.stream()
                .flatMap(number -> Stream.ofNullable(known.get(number.sid())).map(row -> new Match(number, row)))
                .filter(match -> work.order().wants(match.row().id()))
                .toList();
        work.progress().outOf(wanted.size());
        LOG.info("Configuring the webhooks of {} phone numbers", wanted.size());
        DesiredSetup desired = new DesiredSetup(
                new WebhookUrls(work.base(), Tenancy.workspaceId()),
                work.appSid().orElseThrow());
        NumberCrew.each(wanted, match -> connector.connect(work, desired, match.number(), match.row()));
        if (work.order().numberIds().isEmpty()) {
            configs.tellBase(work.base(), clock.instant().plus(LONGEST_CALL));
        }
    }
}
