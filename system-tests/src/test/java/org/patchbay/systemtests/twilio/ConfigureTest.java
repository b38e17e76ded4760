package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.provisioning.DesiredSetup;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.twilio.AccountApps.AppSettings;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioSite;
import tools.jackson.databind.JsonNode;

/// Credentials in, working numbers out.
class ConfigureTest {

    private static final Hook NOBODY = new Hook(null, true);

    private final Installation installation = Installation.shared();
    private final Customer customer = installation.customer("Hugo Bennett");
    private final TwilioLogin login = installation.account(3);
    private final TwilioAccount account = account(login);

    private TwilioAccount account(TwilioLogin who) {
        return new TwilioClients(Clock.systemUTC(), new SimpleMeterRegistry())
                .account(
                        UUID.randomUUID(),
                        new TwilioSite(installation.simulator().url()),
                        new TwilioCredentials(who.sid(), who.token(), Optional.empty(), Optional.empty()));
    }

    @Test
    void credentialsBecomeOneKeyOneAppAndNumbersThatAskUs() {
        JsonNode configuration = customer.configured(login);

        assertThat(Customer.steps(configuration.get("run")))
                .containsExactly(
                        "credentials done", "saving done", "key done", "app done", "numbers done", "verify done");
        assertThat(configuration.get("state").asString()).isEqualTo("ready");
        assertThat(configuration.at("/numbers/connected").asInt()).isEqualTo(3);
        assertThat(account.keys().list()).hasSize(1);
        assertThat(account.apps().named(name())).hasSize(1);
        String app = account.apps().named(name()).getFirst().sid();
        assertThat(account.numbers().list()).hasSize(3).allSatisfy(number -> {
            assertThat(number.wiring().voiceApplicationSid()).isEqualTo(app);
            assertThat(String.valueOf(number.wiring().sms().url())).contains("/sms/inbound");
            assertThat(String.valueOf(number.wiring().statusCallback().url())).contains("/voice/status");
        });
        assertThat(customer.connections()).isEqualTo(Map.of("connected", 3));
        assertThat(customer.verified().get("state").asString()).isEqualTo("ok");
    }

    @Test
    void doneAgainNothingIsMadeTwice() {
        customer.configured(login);
        JsonNode again = customer.again();

        assertThat(again.get("state").asString()).isEqualTo("ready");
        assertThat(again.at("/run/steps/2/outcome").asString()).isEqualTo("kept");
        assertThat(again.at("/run/steps/3/outcome").asString()).isEqualTo("kept");
        assertThat(account.keys().list()).hasSize(1);
        assertThat(account.apps().named(name())).hasSize(1);
    }

    @Test
    void whatSomebodyChangesAtTwilioIsShownAndRepaired() {
        customer.configured(login);
        TwilioNumber number = account.numbers().list().getFirst();
        account.numbers()
                .rewire(
                        number.sid(),
                        new Wiring(
                                null,
                                null,
                                new Hook(URI.create("https://ivr-old.quillmere.example/voice.xml"), false),
                                NOBODY,
                                null,
                                new Hook(URI.create("https://ivr-old.quillmere.example/sms"), true),
                                NOBODY,
                                NOBODY));

        JsonNode check = customer.verified();

        assertThat(check.get("state").asString()).isEqualTo("drift");
        assertThat(check.get("differences")
                        .valueStream()
                        .map(difference -> difference.get("aspect").asString()))
                .containsExactlyInAnyOrder("app", "sms-url", "status-url");
        JsonNode shown = customer.number(number.phoneNumber());
        assertThat(shown.get("connection").asString()).isEqualTo("drifted");
        assertThat(shown.at("/differences/0/found").asString())
                .isEqualTo("https://ivr-old.quillmere.example/voice.xml");
        assertThat(customer.configuration().get("state").asString()).isEqualTo("attention");

        assertThat(customer.repaired().get("state").asString()).isEqualTo("ready");
        assertThat(customer.connections()).isEqualTo(Map.of("connected", 3));
    }

    @Test
    void aDeletedKeyAndAppAreMadeAnew() {
        customer.configured(login);
        account.keys().list().forEach(key -> account.keys().delete(key.sid()));
        account.apps().named(name()).forEach(app -> account.apps().delete(app.sid()));

        assertThat(customer.verified()
                        .get("differences")
                        .valueStream()
                        .map(difference -> difference.get("subject").asString() + " "
                                + difference.get("aspect").asString()))
                .contains("key missing", "app missing");
        assertThat(customer.repaired().get("state").asString()).isEqualTo("ready");
        assertThat(account.keys().list()).hasSize(1);
        assertThat(account.apps().named(name())).hasSize(1);
    }

    @Test
    void clearingGivesEveryNumberBackWhatItHadUnlessSomebodyChangedItSince() {
        List<TwilioNumber> numbers = account.numbers().list();
        Wiring theirs = new Wiring(
                null,
                null,
                new Hook(URI.create("https://theirs.example/voice?a=1"), false),
                NOBODY,
                null,
                new Hook(URI.create("https://theirs.example/sms"), false),
                NOBODY,
                new Hook(URI.create("https://theirs.example/status"), true));
        account.numbers().rewire(numbers.get(0).sid(), theirs);
        customer.configured(login);
        TwilioNumber changed = account.numbers().find(numbers.get(1).sid()).orElseThrow();
        Hook newer = new Hook(URI.create("https://newer.example/sms"), true);
        account.numbers().rewire(changed.sid(), withSms(changed.wiring(), newer));

        JsonNode cleared = customer.cleared();

        assertThat(cleared.get("state").asString()).isEqualTo("none");
        assertThat(cleared.at("/run/leftovers").size()).isZero();
        assertThat(account.numbers().find(numbers.get(0).sid()).orElseThrow().wiring())
                .isEqualTo(theirs);
        Wiring after = account.numbers().find(changed.sid()).orElseThrow().wiring();
        assertThat(after.sms()).isEqualTo(newer);
        assertThat(after.voiceApplicationSid()).isNull();
        assertThat(account.keys().list()).isEmpty();
        assertThat(account.apps().named(name())).isEmpty();
        assertThat(customer.numbers()).isEmpty();

        assertThat(customer.cleared().get("state").asString()).isEqualTo("none");
        assertThat(customer.configured(login).get("state").asString()).isEqualTo("ready");
    }

    @Test
    void clearedAndConfiguredAgainTheAccountIsAsFirstConfiguredButForSids() {
        customer.configured(login);
        List<String> first = snapshot();
        customer.cleared();
        customer.configured(login);

        assertThat(snapshot()).isEqualTo(first);
    }

    /// All that we touch of the account, with the SIDs of what we made left out.
    private List<String> snapshot() {
        List<String> all = new ArrayList<>();
        account.keys().list().forEach(key -> all.add("key " + key.name()));
        account.apps().named(name()).forEach(app -> all.add("app " + app.settings() + app.byPost()));
        String ours = account.apps().named(name()).getFirst().sid();
        account.numbers().list().forEach(number -> all.add(number.toString().replace(ours, "AP…")));
        return all;
    }

    @Test
    void clearingWorksWhenTwilioNoLongerAcceptsTheCredentialsAndSaysWhatStays() {
        customer.configured(login);
        installation.simulator().rotateToken(login.sid());

        JsonNode cleared = customer.cleared();

        assertThat(cleared.get("state").asString()).isEqualTo("none");
        assertThat(cleared.at("/run/leftovers")
                        .valueStream()
                        .map(left -> left.get("kind").asString()))
                .containsExactlyInAnyOrder("number", "number", "number", "app", "key");
        assertThat(customer.numbers()).isEmpty();
    }

    @Test
    void anotherToolsNumberIsAskedForBeforeItIsTaken() {
        String theirApp = account.apps()
                .create(new AppSettings("Their IVR", URI.create("https://theirs.example/voice"), null, null))
                .sid();
        TwilioNumber number = account.numbers().list().getFirst();
        account.numbers()
                .rewire(number.sid(), new Wiring(null, theirApp, NOBODY, NOBODY, null, NOBODY, NOBODY, NOBODY));

        JsonNode configuration = customer.configured(login);

        assertThat(configuration.at("/run/steps/4/asking").asInt()).isEqualTo(1);
        JsonNode asked = customer.number(number.phoneNumber());
        assertThat(asked.get("connection").asString()).isEqualTo("asks");
        assertThat(asked.get("heldBy").asString()).isEqualTo(theirApp);
        assertThat(account.numbers().find(number.sid()).orElseThrow().wiring().voiceApplicationSid())
                .isEqualTo(theirApp);

        customer.takenOver(asked.get("id").asString());
        assertThat(customer.connections()).isEqualTo(Map.of("connected", 3));
        customer.cleared();
        assertThat(account.numbers().find(number.sid()).orElseThrow().wiring().voiceApplicationSid())
                .isEqualTo(theirApp);
    }

    @Test
    void twoWorkspacesOnOneAccountHaveEachTheirOwnAppAndANumberIsOnesAtATime() {
        customer.configured(login);
        Customer other = installation.customer("Sofie Lindqvist");
        other.configured(login);

        assertThat(other.connections()).isEqualTo(Map.of("elsewhere", 3));
        assertThat(other.numbers().getFirst().get("heldBy").isNull()).isTrue();
        String phone = other.numbers().getFirst().get("phoneNumber").asString();
        other.takenOver(other.number(phone).get("id").asString());
        assertThat(other.connections()).isEqualTo(Map.of("elsewhere", 2, "connected", 1));
        assertThat(customer.connections()).isEqualTo(Map.of("elsewhere", 1, "connected", 2));
        assertThat(customer.verified().get("state").asString()).isEqualTo("ok");
    }

    @Test
    void halfPastedCredentialsAreRefusedWithWhatIsWrong() {
        assertThatThrownBy(() -> customer.configure(
                        new TwilioLogin(login.sid(), login.token().substring(1))))
                .hasMessageContaining("400")
                .hasMessageContaining("has 32 characters, and this has 31")
                .hasMessageNotContaining(login.token().substring(1));
        assertThatThrownBy(() -> customer.configure(new TwilioLogin("SK" + Installation.hex(), login.token())))
                .hasMessageContaining("begins with AC");
        assertThatThrownBy(() -> customer.configure(new TwilioLogin(login.sid(), Installation.hex())))
                .hasMessageContaining("422")
                .hasMessageContaining("twilio-credentials")
                .hasMessageContaining("20003");
        assertThat(customer.configuration().get("state").asString()).isEqualTo("none");
    }

    @Test
    void anotherAccountIsRefusedWhileOneIsConnected() {
        customer.configured(login);

        assertThatThrownBy(() -> customer.configure(installation.account(1)))
                .hasMessageContaining("409")
                .hasMessageContaining("twilio-other-account");
    }

    @Test
    void aTokenIsExchangedAtTwilioAndTheOneBeforeStillSigns() {
        customer.configured(login);
        JsonNode after = customer.api().call("POST", "/api/twilio/rotate-token", Map.of());

        assertThat(after.get("secondaryToken").asBoolean()).isTrue();
        assertThat(customer.verified().get("state").asString()).isEqualTo("ok");
        assertThatThrownBy(account::info).hasMessageContaining("credentials");
    }

    @Test
    void aBrowserGetsATokenOfItsOwnMember() {
        customer.configured(login);
        JsonNode token = customer.api().call("GET", "/api/voice/token", Map.of());

        assertThat(token.get("identity").asString()).matches("w[0-9a-f]{32}_m[0-9a-f]{32}");
        assertThat(token.get("environment").asString()).isEqualTo("simulator");
        assertThat(token.get("token").asString()).contains(".");
    }

    @Test
    void aBoughtNumberIsConnectedAndAReleasedOneKeepsItsHistory() {
        customer.configured(login);
        JsonNode offers = customer.api().call("GET", "/api/numbers/available?country=US", Map.of());
        assertThat(offers.at("/price/note").asString()).isEqualTo("practice");
        String phone = offers.at("/items/0/phoneNumber").asString();
        JsonNode bought =
                customer.api().call("POST", "/api/numbers", Map.of("phoneNumber", phone, "friendlyName", "Showroom"));
        assertThat(bought.get("friendlyName").asString()).isEqualTo("Showroom");
        Eventually.is(
                "connected", () -> customer.number(phone).get("connection").asString());

        customer.over();
        customer.api()
                .call("POST", "/api/numbers/" + bought.get("id").asString() + "/release", Map.of("phoneNumber", phone));
        assertThat(account.numbers().list()).hasSize(3);
        JsonNode released = customer.api().call("GET", "/api/numbers?status=released", Map.of());
        assertThat(released.at("/items/0/phoneNumber").asString()).isEqualTo(phone);
    }

    private String name() {
        return DesiredSetup.nameOf(workspaceId());
    }

    private UUID workspaceId() {
        return UUID.fromString(
                customer.api().call("GET", "/api/workspace", Map.of()).get("id").asString());
    }

    private static Wiring withSms(Wiring wiring, Hook sms) {
        return new Wiring(
                wiring.trunkSid(),
                wiring.voiceApplicationSid(),
                wiring.voice(),
                wiring.voiceFallback(),
                wiring.smsApplicationSid(),
                sms,
                wiring.smsFallback(),
                wiring.statusCallback());
    }
}
