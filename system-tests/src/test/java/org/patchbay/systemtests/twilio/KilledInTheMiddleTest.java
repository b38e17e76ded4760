package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.systemtests.twilio.WatchedTwilio.Asked;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioSite;
import tools.jackson.databind.JsonNode;

/// A server that is killed right after Twilio has carried out a request, and before it hears of it, leaves
/// nothing twice and nothing half: the one started next goes on.
class KilledInTheMiddleTest {

    private static final int NUMBERS = 6;

    private static final TwilioSimulator SIMULATOR = TwilioSimulator.start(SimulatorOptions.defaults());
    private static final WatchedTwilio TWILIO = WatchedTwilio.before(SIMULATOR);
    private static final KilledServer SERVER = KilledServer.start(TWILIO.url());

    private final TwilioLogin login = new TwilioLogin("AC" + Installation.hex(), Installation.hex());
    private final Customer customer =
            new Customer(Team.make(SERVER.desk(), "Hugo Bennett").owner());

    @AfterAll
    static void stop() {
        SERVER.close();
        TWILIO.close();
        SIMULATOR.close();
    }

    @Test
    void whenTheCredentialsAreChecked() {
        killedWhen(request -> request.is("GET", ".json"), 2);
    }

    @Test
    void whenTheKeyIsMade() {
        killedWhen(request -> request.is("POST", "/Keys.json"), 1);
    }

    @Test
    void whenTheAppIsMade() {
        killedWhen(request -> request.is("POST", "/Applications.json"), 1);
    }

    @Test
    void whenTheNumbersAreFetched() {
        killedWhen(request -> request.is("GET", "/IncomingPhoneNumbers.json"), 1);
    }

    @Test
    void whenTheFirstNumberIsSet() {
        killedWhen(request -> request.is("POST", "/IncomingPhoneNumbers/"), 1);
    }

    @Test
    void whenTheLastNumberIsSet() {
        killedWhen(request -> request.is("POST", "/IncomingPhoneNumbers/"), NUMBERS);
    }

    @Test
    void whenItIsRead() {
        killedWhen(request -> request.is("GET", "/IncomingPhoneNumbers.json"), 2);
    }

    @Test
    void whenNumbersAreGivenBack() {
        TwilioAccount account = account();
        customer.configured(login);
        CountDownLatch killed = killAt(request -> request.is("POST", "/IncomingPhoneNumbers/"), 2);
        customer.api().call("POST", "/api/twilio/clear-configuration", Map.of());
        goOn(killed);

        JsonNode cleared = customer.over();
        assertThat(cleared.get("state").asString()).isEqualTo("none");
        assertThat(cleared.at("/run/leftovers").size()).isZero();
        assertThat(account.keys().list()).isEmpty();
        assertThat(account.numbers().list())
                .allSatisfy(number -> assertThat(number.wiring()).isEqualTo(theirs()));
    }

    private void killedWhen(Predicate<Asked> moment, int time) {
        TwilioAccount account = account();
        CountDownLatch killed = killAt(moment, time);
        customer.configure(login);
        goOn(killed);

        JsonNode configuration = customer.over();
        assertThat(configuration.get("state").asString()).isEqualTo("ready");
        assertThat(account.keys().list()).hasSize(1);
        assertThat(account.keys().list().getFirst().sid())
                .isEqualTo(configuration.get("apiKeySid").asString());
        String app = configuration.get("appSid").asString();
        assertThat(account.apps().find(app)).isPresent();
        assertThat(account.apps()
                        .named(account.apps().find(app).orElseThrow().settings().name()))
                .hasSize(1);
        assertThat(account.numbers().list())
                .hasSize(NUMBERS)
                .allSatisfy(number ->
                        assertThat(number.wiring().voiceApplicationSid()).isEqualTo(app));
        customer.cleared();
        assertThat(account.numbers().list())
                .as("what they had before is not forgotten")
                .allSatisfy(number -> assertThat(number.wiring()).isEqualTo(theirs()));
    }

    private static CountDownLatch killAt(Predicate<Asked> moment, int time) {
        AtomicInteger seen = new AtomicInteger();
        CountDownLatch killed = new CountDownLatch(1);
        TWILIO.witness(request -> {
            if (moment.test(request) && seen.incrementAndGet() == time) {
                SERVER.kill();
                killed.countDown();
            }
        });
        return killed;
    }

    private static void goOn(CountDownLatch killed) {
        try {
            killed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        TWILIO.witness(request -> {});
        SERVER.startAgain();
    }

    private TwilioAccount account() {
        SIMULATOR.addAccount(login.sid(), login.token());
        TwilioAccount account = new TwilioClients(Clock.systemUTC(), new SimpleMeterRegistry())
                .account(
                        UUID.randomUUID(),
                        new TwilioSite(SIMULATOR.url()),
                        new TwilioCredentials(login.sid(), login.token(), Optional.empty(), Optional.empty()));
        for (int i = 0; i < NUMBERS; i++) {
            SIMULATOR.addNumber(
                    login.sid(), "+1" + (4_300_000_000L + Math.abs(login.sid().hashCode() % 10_000_000) * 10L + i));
        }
        account.numbers().list().forEach(number -> account.numbers().rewire(number.sid(), theirs()));
        return account;
    }

    private static Wiring theirs() {
        Hook nobody = new Hook(null, true);
        return new Wiring(
                null,
                null,
                new Hook(URI.create("https://theirs.example/voice"), false),
                nobody,
                null,
                new Hook(URI.create("https://theirs.example/sms"), false),
                nobody,
                nobody);
    }
}
