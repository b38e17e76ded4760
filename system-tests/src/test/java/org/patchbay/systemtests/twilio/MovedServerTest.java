package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import tools.jackson.databind.JsonNode;

/// A server that is reached under another address than Twilio was told.
class MovedServerTest {

    @Test
    void theCheckSaysSoAndARepairTellsEveryNumberTheNewAddress() {
        TwilioLogin login = new TwilioLogin("AC" + Installation.hex(), Installation.hex());
        try (TwilioSimulator simulator = TwilioSimulator.start(SimulatorOptions.defaults()
                        .account(login.sid(), login.token())
                        .number(login.sid(), "+14155550100")
                        .number(login.sid(), "+14155550104"));
                KilledServer server = KilledServer.start(simulator.url())) {
            Team team = Team.make(server.desk(), "Hugo Bennett");
            String before =
                    new Customer(team.owner()).configured(login).get("baseUrl").asString();

            server.move();

            Customer customer = new Customer(team.signedInAt(server.desk()));
            JsonNode check = customer.verified();
            assertThat(check.get("differences")
                            .valueStream()
                            .map(difference -> difference.get("subject").asString() + " "
                                    + difference.get("aspect").asString()))
                    .contains("public-url changed", "app voice-url", "number sms-url", "number status-url");

            JsonNode one =
                    customer.takenOver(customer.numbers().getFirst().get("id").asString());
            assertThat(one.get("baseUrl").asString())
                    .as("the other number still has it: its deliveries are not to be refused one day")
                    .isEqualTo(before);

            JsonNode repaired = customer.repaired();

            assertThat(repaired.get("state").asString()).isEqualTo("ready");
            assertThat(repaired.at("/run/baseUrlBefore").asString()).isEqualTo(before);
            assertThat(repaired.get("baseUrl").asString())
                    .isNotEqualTo(before)
                    .isEqualTo(repaired.get("currentBaseUrl").asString());
        }
    }
}
