package org.patchbay.systemtests.calls;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.twilio.Customer;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import tools.jackson.databind.JsonNode;

/// A workspace whose account and number are set up, with people to take calls. Each test has its own.
public record Practice(
        Installation installation, Team team, Customer owner, TwilioLogin login, UUID workspaceId, String number) {

    /// Of phones that no other test has.
    private static final AtomicLong NEXT = new AtomicLong(212_555_0100L);

    public static Practice open(Installation installation) {
        Team team = Team.make(installation.desk(), "Hugo Bennett");
        Customer owner = new Customer(team.owner());
        TwilioLogin login = installation.account(1);
        JsonNode configured = owner.configured(login);
        if (!configured.path("state").asString().equals("ready")) {
            throw new AssertionError(configured);
        }
        String number = owner.numbers().getFirst().path("phoneNumber").asString();
        return new Practice(installation, team, owner, login, owner.workspaceId(), number);
    }

    /// Somebody's phone.
    public Phone phone() {
        return installation.simulator().phone("+1" + NEXT.getAndIncrement());
    }

    /// As the server sees it.
    public boolean isSomebodyAvailable() {
        JsonNode members = owner.api().call("GET", "/api/members", Map.of()).path("items");
        return members.valueStream()
                .anyMatch(member -> member.at("/presence/status").asString().equals("available"));
    }

    /// An agent at a desk, available.
    public Agent agent(String name) {
        return agent(name, "agent");
    }

    Agent agent(String name, String role) {
        Agent agent = seated(name, team.join(installation.desk(), Team.Account.of(name), role));
        agent.is("available");
        return agent;
    }

    /// Somebody with that account belongs to the team; where they sit is for the test to say.
    public Team.Account colleague(String name) {
        Team.Account account = Team.Account.of(name);
        team.join(installation.desk(), account, "agent");
        return account;
    }

    private Agent seated(String name, Program api) {
        UUID memberId = UUID.fromString(api.call("GET", "/api/session", Map.of())
                .at("/memberships/0/memberId")
                .asString());
        return new Agent(this, name, memberId, api, DeskFrames.of(api));
    }

    public PhoneCall calls(Phone phone) {
        return calls(phone, Script.answers());
    }

    /// Somebody calls the number.
    ///
    /// @param script what they do once somebody, or something, answers
    public PhoneCall calls(Phone phone, Script script) {
        return installation.simulator().call(phone, number, script);
    }

    /// Changes the number's settings.
    public void number(Map<String, ?> settings) {
        owner.api().call("PATCH", "/api/numbers/" + numberId(), settings);
    }

    String numberId() {
        return owner.number(number).path("id").asString();
    }

    /// The TwiML app's SID, which browsers call.
    public String application() {
        return owner.api()
                .call("GET", "/api/twilio/configuration", Map.of())
                .path("appSid")
                .asString();
    }

    List<JsonNode> history(String query) {
        return owner.api()
                .call("GET", "/api/calls" + query, Map.of())
                .path("items")
                .valueStream()
                .toList();
    }

    public JsonNode detail(String callId) {
        return owner.api().call("GET", "/api/calls/" + callId, Map.of());
    }

    /// The workspace's only call, once it is there.
    public String onlyCall() {
        Eventually.is(1, () -> history("").size());
        return history("").getFirst().path("id").asString();
    }

    /// Waits until a call has that status.
    public JsonNode awaits(String callId, String status) {
        Eventually.is(status, () -> detail(callId).at("/call/status").asString());
        return detail(callId);
    }

    /// Waits until both sides are in the conference: until then the caller may still be told that the call is
    /// recorded.
    public void awaitsBoth(String callId) {
        Eventually.is(
                2L,
                () -> detail(callId)
                        .path("legs")
                        .valueStream()
                        .filter(leg -> leg.path("inRoom").asBoolean())
                        .count());
    }

    /// Waits until every leg of a call is over, here and at Twilio.
    void awaitsSilence(String callId) {
        Eventually.is(
                true,
                () -> detail(callId)
                        .path("legs")
                        .valueStream()
                        .allMatch(leg -> !leg.path("endedAt").isNull()));
    }

    /// What happened, in order.
    static List<String> timeline(JsonNode detail) {
        return detail.path("events")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }
}
