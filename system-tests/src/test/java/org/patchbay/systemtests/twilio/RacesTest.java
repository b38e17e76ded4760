package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.systemtests.twilio.WatchedTwilio.Asked;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioSite;
import tools.jackson.databind.JsonNode;

/// Two things at once, each in the moment that hurts most: between what the other reads at Twilio and what
/// it writes here.
class RacesTest {

    private static final Hook NOBODY = new Hook(null, true);
    private static final Predicate<Asked> LISTING = request -> request.is("GET", "/IncomingPhoneNumbers.json");

    private final Installation installation = Installation.shared();
    private final Customer customer = installation.customer("Hugo Bennett");
    private final TwilioLogin login = installation.account(3);
    private final TwilioAccount account = new TwilioClients(Clock.systemUTC(), new SimpleMeterRegistry())
            .account(
                    UUID.randomUUID(),
                    new TwilioSite(installation.simulator().url()),
                    new TwilioCredentials(login.sid(), login.token(), Optional.empty(), Optional.empty()));

    @AfterEach
    void quiet() {
        installation.twilio().witness(request -> {});
    }

    @Test
    void ofTwoAdminsWithDifferentAccountsOneConnectsHisAndTheOtherIsTold() {
        TwilioLogin other = installation.account(1);
        whileAsking(request -> request.is("GET", ".json"), () -> customer.configured(other));

        assertThatThrownBy(() -> customer.configure(login)).hasMessageContaining("twilio-other-account");

        JsonNode configuration = customer.over();
        assertThat(configuration.get("accountSid").asString()).isEqualTo(other.sid());
        assertThat(configuration.get("state").asString()).isEqualTo("ready");
        assertThat(customer.numbers()).hasSize(1);
    }

    @Test
    void aCheckThatEndsAfterClearingBringsNoNumberBack() {
        customer.configured(login);
        whileAsking(LISTING, customer::cleared);

        attempt("/api/twilio/verify");

        assertThat(customer.configuration().get("state").asString()).isEqualTo("none");
        assertThat(customer.numbers()).isEmpty();
    }

    @Test
    void aSyncThatEndsAfterClearingBringsNoNumberBack() {
        customer.configured(login);
        whileAsking(LISTING, customer::cleared);

        attempt("/api/numbers/sync");

        assertThat(customer.numbers()).isEmpty();
    }

    /// What it read is the account before the repair.
    @Test
    void aCheckThatEndsAfterARepairDoesNotSayWhatWasWrongBefore() {
        customer.configured(login);
        TwilioNumber number = account.numbers().list().getFirst();
        account.numbers()
                .rewire(
                        number.sid(),
                        new Wiring(
                                null,
                                null,
                                NOBODY,
                                NOBODY,
                                null,
                                new Hook(URI.create("https://theirs.example/sms"), true),
                                NOBODY,
                                NOBODY));
        whileAsking(LISTING, customer::repaired);

        attempt("/api/twilio/verify");

        assertThat(customer.configuration().get("state").asString()).isEqualTo("ready");
        assertThat(customer.connections()).isEqualTo(Map.of("connected", 3));
    }

    /// An old token must not come back over the new one, which nobody else knows.
    @Test
    void aTokenThatIsRotatedWhileSomebodyPressesSaveStays() {
        customer.configured(login);
        whileAsking(
                request -> request.is("GET", ".json"),
                () -> customer.api().call("POST", "/api/twilio/rotate-token", Map.of()));

        customer.api().call("POST", "/api/twilio/configure-from-credentials", Map.of("environment", "simulator"));
        customer.over();

        assertThat(customer.repaired().get("state").asString()).isEqualTo("ready");
    }

    /// Does that once, while the first such request is under way.
    private void whileAsking(Predicate<Asked> when, Runnable meanwhile) {
        AtomicBoolean once = new AtomicBoolean();
        installation.twilio().witness(request -> {
            if (when.test(request) && once.compareAndSet(false, true)) {
                meanwhile.run();
            }
        });
    }

    private void attempt(String path) {
        try {
            customer.api().call("POST", path, Map.of());
        } catch (AssertionError refused) {
            assertThat(refused.getMessage()).as("no fault of ours").contains("409");
        }
    }
}
