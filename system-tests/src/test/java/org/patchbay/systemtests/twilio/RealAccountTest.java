package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.patchbay.provisioning.DesiredSetup;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.TwilioAccount;
import tools.jackson.databind.JsonNode;

/// The set-up and its way back on whatever account it is given. On a real one of Twilio's with
/// `PATCHBAY_TEST_TWILIO_ACCOUNT_SID`, `PATCHBAY_TEST_TWILIO_AUTH_TOKEN` and `PATCHBAY_TEST_PUBLIC_URL`, which
/// must lead here, to `PATCHBAY_TEST_DESK_PORT` (8080). It points **every number of that account** at this
/// server for some seconds and gives them back; it buys, calls and texts nothing. `docs/going-live.md` says more.
class RealAccountTest {

    private static final String SID = "PATCHBAY_TEST_TWILIO_ACCOUNT_SID";
    private static final String TOKEN = "PATCHBAY_TEST_TWILIO_AUTH_TOKEN";
    private static final String PUBLIC_URL = "PATCHBAY_TEST_PUBLIC_URL";
    private static final String DESK_PORT = "PATCHBAY_TEST_DESK_PORT";

    private static final Map<String, String> GIVEN = System.getenv();

    @Test
    void aRealAccountIsSetUpFoundRightAndGivenBack() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            String reason = "NOT PROVED on a real Twilio account: " + String.join(", ", missing) + " not set";
            System.err.println("*** " + reason + " (docs/going-live.md)");
            Assumptions.abort(reason);
        }
        TwilioLogin login = new TwilioLogin(given(SID), given(TOKEN));
        Map<String, String> settings = Map.of(
                "PATCHBAY_PUBLIC_URL", given(PUBLIC_URL),
                "PATCHBAY_DESK_PORT", GIVEN.getOrDefault(DESK_PORT, "8080"));
        try (Installation installation = Installation.start(settings)) {
            isSetUpFoundRightAndGivenBack(installation, "twilio", login, login.atTwilio());
        }
    }

    @Test
    void theSimulatorPassesTheSame() {
        Installation installation = Installation.shared();
        TwilioLogin login = installation.account(2);
        Console console = Console.of(installation, login);
        console.giveToAnotherTool(console.numbers().getFirst().phoneNumber());
        isSetUpFoundRightAndGivenBack(installation, "simulator", login, console.account());
    }

    private static List<String> missing() {
        List<String> missing = new ArrayList<>(List.of(SID, TOKEN, PUBLIC_URL));
        missing.removeIf(name -> !given(name).isEmpty());
        return missing;
    }

    private static String given(String name) {
        return GIVEN.getOrDefault(name, "").strip();
    }

    private static void isSetUpFoundRightAndGivenBack(
            Installation installation, String environment, TwilioLogin login, TwilioAccount account) {
        List<TwilioNumber> before = account.numbers().list();
        Customer customer =
                new Customer(Team.make(installation.desk(), "Hugo Bennett").owner());
        try {
            customer.configure(environment, login);
            JsonNode configured = customer.over();
            assertThat(configured.get("state").asString())
                    .as("the run: " + configured.get("run") + ", the check: " + configured.get("check"))
                    .isEqualTo("ready");
            assertThat(customer.numbers())
                    .hasSameSizeAs(before)
                    .allSatisfy(number ->
                            assertThat(number.get("connection").asString()).isIn("connected", "asks"));
            assertThat(customer.verified().get("differences").size()).isZero();
            assertThat(customer.api()
                            .call("GET", "/api/voice/token", Map.of())
                            .get("token")
                            .asString())
                    .contains(".");
        } finally {
            customer.cleared();
        }
        isAsBefore(account, before, customer.workspaceId());
    }

    private static void isAsBefore(TwilioAccount account, List<TwilioNumber> before, UUID workspaceId) {
        String ours = DesiredSetup.nameOf(workspaceId);
        assertThat(account.numbers().list()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(account.apps().named(ours)).isEmpty();
        assertThat(account.keys().list()).extracting(key -> key.name()).doesNotContain(ours);
    }
}
