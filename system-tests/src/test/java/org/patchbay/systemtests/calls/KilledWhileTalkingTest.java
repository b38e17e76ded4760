package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.twilio.Customer;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.systemtests.twilio.KilledServer;
import tools.jackson.databind.JsonNode;

/// The server goes out like a light while people speak and wait.
class KilledWhileTalkingTest {

    private static final String NUMBER = "+14155550100";
    private static final int TALKING = 4;
    private static final int RINGING = 2;

    private final TwilioLogin login = new TwilioLogin("AC" + Installation.hex(), Installation.hex());

    /// A caller and what the server knows of their call.
    private record Conversation(PhoneCall caller, String callId) {}

    @Test
    void whoSpeaksGoesOnSpeakingAndWhatHappenedMeanwhileIsFoundOut() {
        try (TwilioSimulator simulator = TwilioSimulator.start(SimulatorOptions.defaults()
                        .account(login.sid(), login.token())
                        .number(login.sid(), NUMBER)
                        .limits(100, 100));
                KilledServer server = KilledServer.start(simulator.url())) {
            Team team = Team.make(server.desk(), "Hugo Bennett");
            Customer owner = new Customer(team.owner());
            assertThat(owner.configured(login).path("state").asString()).isEqualTo("ready");
            ringFor(owner, 25);
            List<Conversation> talking = conversations(simulator, server, team, owner);
            List<PhoneCall> ringing = new ArrayList<>();
            for (int i = 0; i < RINGING; i++) {
                ringing.add(simulator.call(simulator.phone("+1312555020" + i), NUMBER, Script.answers()));
            }
            Eventually.is(RINGING, () -> live(owner, "offered").size());
            Set<String> before = events(owner, talking);

            server.kill();
            talking.subList(0, TALKING / 2)
                    .forEach(conversation -> conversation.caller().hangUp());
            server.startAgain();

            Customer again = new Customer(team.signedInAt(server.desk()));
            for (Conversation gone : talking.subList(0, TALKING / 2)) {
                Eventually.is("completed", () -> status(again, gone.callId()));
            }
            for (Conversation there : talking.subList(TALKING / 2, TALKING)) {
                assertThat(status(again, there.callId())).isEqualTo("in-progress");
                assertThat(there.caller().isOver()).isFalse();
            }
            assertThat(events(again, talking)).containsAll(before);
            ringing.forEach(call -> Eventually.is(true, call::isOver));
            Eventually.is(List.of(), () -> live(again, "offered"));

            talking.subList(TALKING / 2, TALKING)
                    .forEach(conversation -> conversation.caller().hangUp());
            talking.forEach(conversation -> Eventually.is("completed", () -> status(again, conversation.callId())));
            Eventually.is(List.of(), () -> live(again, ""));
        }
    }

    private List<Conversation> conversations(
            TwilioSimulator simulator, KilledServer server, Team team, Customer owner) {
        String app = owner.configuration().path("appSid").asString();
        List<Conversation> talking = new ArrayList<>();
        for (int i = 0; i < TALKING; i++) {
            Program agent = team.join(server.desk(), Team.Account.of("Agent " + i), "agent");
            UUID memberId = UUID.fromString(agent.call("GET", "/api/session", Map.of())
                    .at("/memberships/0/memberId")
                    .asString());
            DeskFrames desk = DeskFrames.of(agent);
            agent.call("PUT", "/api/presence", Map.of("status", "available"));
            PhoneCall caller = simulator.call(simulator.phone("+1312555010" + i), NUMBER, Script.answers());
            String callId = desk.await("call.offered", "").path("id").asString();
            Map<String, String> params = new HashMap<>(Map.of("callId", callId));
            params.put(
                    "epoch",
                    agent.call("POST", "/api/calls/" + callId + "/accept", Map.of())
                            .path("epoch")
                            .asString());
            simulator.connect(login.sid(), identity(owner.workspaceId(), memberId), app, params, Script.answers());
            Eventually.is("in-progress", () -> status(owner, callId));
            talking.add(new Conversation(caller, callId));
        }
        return talking;
    }

    private static String identity(UUID workspaceId, UUID memberId) {
        return "w" + workspaceId.toString().replace("-", "") + "_m"
                + memberId.toString().replace("-", "");
    }

    private static void ringFor(Customer owner, int seconds) {
        String numberId = owner.numbers().getFirst().path("id").asString();
        owner.api().call("PATCH", "/api/numbers/" + numberId, Map.of("noAnswerSeconds", seconds));
    }

    private static String status(Customer customer, String callId) {
        return call(customer, callId).at("/call/status").asString();
    }

    private static JsonNode call(Customer customer, String callId) {
        return customer.api().call("GET", "/api/calls/" + callId, Map.of());
    }

    /// The ids of calls that are not over.
    ///
    /// @param stage of that one; empty for any
    private static List<String> live(Customer customer, String stage) {
        return customer.api()
                .call("GET", "/api/calls?live=true", Map.of())
                .path("items")
                .valueStream()
                .filter(call -> stage.isEmpty() || call.path("stage").asString().equals(stage))
                .map(call -> call.path("id").asString())
                .toList();
    }

    private static Set<String> events(Customer customer, List<Conversation> talking) {
        return talking.stream()
                .flatMap(conversation ->
                        call(customer, conversation.callId()).path("events").valueStream())
                .map(event -> event.path("id").asString())
                .collect(Collectors.toSet());
    }
}
