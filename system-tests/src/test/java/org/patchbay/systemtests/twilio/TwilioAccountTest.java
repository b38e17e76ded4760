package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.faults.FaultKind;
import org.patchbay.simulator.faults.FaultPlan;
import org.patchbay.twilio.AccountApps.AppSettings;
import org.patchbay.twilio.AccountApps.TwimlApp;
import org.patchbay.twilio.AccountKeys;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioFailure.Kind;
import org.patchbay.twilio.TwilioSite;

class TwilioAccountTest {

    private static final String SID = "AC00000000000000000000000000000001";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Hook NOTHING = new Hook(null, true);
    private static final AppSettings APP = new AppSettings(
            "Patchbay – Quillmere",
            URI.create("https://cc.example.com/api/twilio/w/voice#rc=3&rp=5xx,ct,rt&tt=15000"),
            URI.create("https://cc.example.com/api/twilio/w/voice/fallback"),
            URI.create("https://cc.example.com/api/twilio/w/voice/status"));

    private final TwilioSimulator simulator = TwilioSimulator.start(
            SimulatorOptions.defaults().account(SID, TOKEN).number(SID, "+15005550100"));
    private final TwilioClients clients = new TwilioClients(Clock.systemUTC(), new SimpleMeterRegistry());
    private final TwilioAccount account = account(SID, TOKEN);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private TwilioAccount account(String sid, String token) {
        return clients.account(
                UUID.randomUUID(),
                new TwilioSite(simulator.url()),
                new TwilioCredentials(sid, token, Optional.empty(), Optional.empty()));
    }

    @Test
    void theAccountSaysWhatItIs() {
        assertThat(account.info().sid()).isEqualTo(SID);
        assertThat(account.info().status()).isEqualTo(TwilioAccount.Status.ACTIVE);
    }

    @Test
    void aWrongTokenAndAWrongSidAreBothWrongCredentials() {
        assertThat(failure(() -> account(SID, "f".repeat(32)).info()).kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(failure(() -> account("AC" + "9".repeat(32), TOKEN).info()).kind())
                .isEqualTo(Kind.CREDENTIALS);
    }

    @Test
    void aKeyIsMadeListedAndTakenAwayTwice() {
        var key = account.keys().create("Patchbay");
        assertThat(key.secret()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(account.keys().list()).contains(new AccountKeys.Listed(key.sid(), "Patchbay"));
        account.keys().delete(key.sid());
        account.keys().delete(key.sid());
        assertThat(account.keys().list()).extracting(AccountKeys.Listed::sid).doesNotContain(key.sid());
    }

    @Test
    void anAppIsMadeReadBackChangedAndRemoved() {
        TwimlApp made = account.apps().create(APP);
        assertThat(made.settings()).isEqualTo(APP);
        assertThat(made.byPost()).isTrue();
        assertThat(account.apps().named(APP.name())).containsExactly(made);
        assertThat(account.apps().named("Patchbay")).isEmpty();

        AppSettings bare = new AppSettings(APP.name(), APP.voiceUrl(), null, null);
        assertThat(account.apps().update(made.sid(), bare).settings()).isEqualTo(bare);
        assertThat(account.apps().find(made.sid()).map(TwimlApp::settings)).contains(bare);

        account.apps().delete(made.sid());
        account.apps().delete(made.sid());
        assertThat(account.apps().find(made.sid())).isEmpty();
    }

    @Test
    void aNumberIsPointedAtTheAppAndGetsBackWhatItHad() {
        TwilioNumber before = account.numbers().list().getFirst();
        Hook theirs = new Hook(URI.create("https://theirs.example/sms"), false);
        TwilioNumber asFound = account.numbers()
                .rewire(
                        before.sid(),
                        new Wiring(
                                null,
                                null,
                                new Hook(URI.create("https://theirs.example/voice?a=1"), false),
                                NOTHING,
                                null,
                                theirs,
                                NOTHING,
                                NOTHING));
        assertThat(asFound.wiring().sms()).isEqualTo(theirs);

        TwimlApp app = account.apps().create(APP);
        Hook sms = new Hook(URI.create("https://cc.example.com/api/twilio/w/sms/inbound"), true);
        Hook status = new Hook(URI.create("https://cc.example.com/api/twilio/w/voice/status"), true);
        TwilioNumber ours = account.numbers()
                .rewire(before.sid(), new Wiring(null, app.sid(), NOTHING, NOTHING, null, sms, NOTHING, status));
        assertThat(ours.wiring().voiceApplicationSid()).isEqualTo(app.sid());
        assertThat(ours.wiring().sms()).isEqualTo(sms);
        assertThat(ours.wiring().voice().url()).isNull();
        assertThat(account.numbers().find(before.sid())).contains(ours);

        assertThat(account.numbers().rewire(before.sid(), asFound.wiring()).wiring())
                .isEqualTo(asFound.wiring());
    }

    @Test
    void manyNumbersAreAllFoundPageByPage() {
        for (int i = 0; i < 2_345; i++) {
            simulator.addNumber(SID, "+1500666%04d".formatted(i));
        }
        List<TwilioNumber> numbers = account.numbers().list();
        assertThat(numbers).hasSize(2_346);
        assertThat(numbers.stream().map(TwilioNumber::phoneNumber).distinct()).hasSize(2_346);
    }

    @Test
    void aKeyThatWasMadeWithoutAnAnswerIsNotMadeTwice() {
        simulator.faults().set(SID, FaultPlan.seeded(1).with(FaultKind.REST_ERROR_AFTER, 1));
        TwilioFailure failure = failure(() -> account.keys().create("Patchbay"));
        assertThat(failure.outcomeUnknown()).isTrue();
        simulator.faults().clear(SID);
        assertThat(account.keys().list()).hasSize(1);
    }

    @Test
    void aTokenThatWasExchangedIsNoticed() {
        simulator.rotateToken(SID);
        assertThat(failure(() -> account.info()).kind()).isEqualTo(Kind.CREDENTIALS);
    }

    private static TwilioFailure failure(Runnable request) {
        return catchThrowableOfType(TwilioFailure.class, request::run);
    }
}
