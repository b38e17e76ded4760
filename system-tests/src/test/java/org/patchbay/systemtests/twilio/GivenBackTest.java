package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.systemtests.twilio.WatchedTwilio.Refusal;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioSite;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What a number had before us is neither forgotten on a detour nor forced upon it when it is not ours.
class GivenBackTest {

    private final Installation installation = Installation.shared();
    private final Customer customer = installation.customer("Hugo Bennett");
    private final TwilioLogin login = installation.account(2);
    private final TwilioAccount account = new TwilioClients(Clock.systemUTC(), new SimpleMeterRegistry())
            .account(
                    UUID.randomUUID(),
                    new TwilioSite(installation.simulator().url()),
                    new TwilioCredentials(login.sid(), login.token(), Optional.empty(), Optional.empty()));
    private final TwilioNumber number = account.numbers().list().getFirst();

    @AfterEach
    void quiet() {
        installation.twilio().refuseNothing();
    }

    @Test
    void aNumberThatTwilioNeverLetUsSetKeepsWhatSomebodyGaveItSince() {
        rewire("https://before.example/hook");
        refuse("POST", "/IncomingPhoneNumbers/" + number.sid());
        customer.configured(login);
        installation.twilio().refuseNothing();
        rewire("https://since.example/hook");

        customer.cleared();

        assertThat(now()).isEqualTo(theirs("https://since.example/hook"));
    }

    @Test
    void aNumberThatIsLeftToOthersIsGivenBackAllTheSame() {
        rewire("https://before.example/hook");
        customer.configured(login);
        manage(false);

        customer.cleared();

        assertThat(now()).isEqualTo(theirs("https://before.example/hook"));
    }

    @Test
    void aNumberThatWasLeftAndWantedAgainIsGivenBackWhatItHadAtFirst() {
        rewire("https://before.example/hook");
        customer.configured(login);
        manage(false);
        manage(true);
        assertThat(customer.repaired().get("state").asString()).isEqualTo("ready");

        customer.cleared();

        assertThat(now()).isEqualTo(theirs("https://before.example/hook"));
    }

    @Test
    void aRunWhoseResultCanNotBeReadBackHasNotSucceeded() {
        refuse("GET", "/Applications/");

        JsonNode configuration = customer.configured(login);

        assertThat(configuration.at("/run/state").asString()).isEqualTo("failed");
        assertThat(configuration.at("/run/steps/5/problem/twilioCode").asInt()).isEqualTo(20_403);
    }

    @Test
    void aNumberThatAnotherWorkspaceUsesIsNotReleasedFromHere() {
        customer.configured(login);
        Customer other = installation.customer("Sofie Lindqvist");
        other.configured(login);
        JsonNode theirs = other.number(number.phoneNumber());

        assertThatThrownBy(() -> other.api()
                        .call(
                                "POST",
                                "/api/numbers/" + theirs.get("id").asString() + "/release",
                                Map.of("phoneNumber", number.phoneNumber())))
                .hasMessageContaining("400")
                .hasMessageContaining("another workspace");

        assertThat(account.numbers().find(number.sid())).isPresent();
    }

    @Test
    void aNumberThatAnotherWorkspaceTookAndGaveBackHasNotForgottenWhatItHadBeforeBoth() {
        rewire("https://before.example/hook");
        customer.configured(login);
        Customer other = installation.customer("Sofie Lindqvist");
        other.configured(login);
        other.takenOver(other.number(number.phoneNumber()).get("id").asString());
        other.cleared();
        assertThat(customer.repaired().get("state").asString()).isEqualTo("ready");

        customer.cleared();

        assertThat(now()).isEqualTo(theirs("https://before.example/hook"));
    }

    /// The number's own row is not encrypted: nobody has to clear, and forget what numbers had.
    @Test
    void afterAKeysetWasLostPastingTheSameAccountAgainMendsAll() {
        rewire("https://before.example/hook");
        customer.configured(login);
        loseTheKeyset();
        assertThat(customer.configuration().get("accountSid").asString()).isEqualTo(login.sid());

        assertThat(customer.configured(login).get("state").asString()).isEqualTo("ready");

        assertThat(account.keys().list()).hasSize(1);
        customer.cleared();
        assertThat(now()).isEqualTo(theirs("https://before.example/hook"));
    }

    private void loseTheKeyset() {
        UUID workspace = UUID.fromString(
                customer.api().call("GET", "/api/workspace", Map.of()).get("id").asString());
        Tenancy.asWorkspace(
                workspace,
                () -> installation
                        .bean(Transactions.class)
                        .write(() -> installation
                                .bean(JdbcClient.class)
                                .sql(
                                        "update workspace_twilio_config set auth_token = '\\x0001', api_key_secret = '\\x0001'")
                                .update()));
    }

    private void manage(boolean managed) {
        String id = customer.number(number.phoneNumber()).get("id").asString();
        customer.api().call("PATCH", "/api/numbers/" + id, Map.of("managed", managed));
    }

    private void refuse(String method, String path) {
        installation.twilio().refuse(request -> request.is(method, path), new Refusal(403, 20_403, "Forbidden"));
    }

    private void rewire(String url) {
        account.numbers().rewire(number.sid(), theirs(url));
    }

    private Wiring now() {
        return account.numbers().find(number.sid()).orElseThrow().wiring();
    }

    private static Wiring theirs(String url) {
        Hook nobody = new Hook(null, true);
        Hook theirs = new Hook(URI.create(url), true);
        return new Wiring(null, null, theirs, nobody, null, theirs, nobody, theirs);
    }
}
