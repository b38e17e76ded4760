package org.patchbay.systemtests.calls;

import java.util.Map;
import java.util.UUID;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.twilio.Eventually;
import tools.jackson.databind.JsonNode;

/// A member at a desk: the page's requests, its socket, and a scripted stand-in for the browser's phone.
public record Agent(Practice practice, String name, UUID memberId, Program api, DeskFrames frames) {

    /// Presses Available, Busy or Away.
    void is(String presence) {
        api.call("PUT", "/api/presence", Map.of("status", presence));
    }

    public Program.Answer accept(String callId) {
        return api.ask("POST", "/api/calls/" + callId + "/accept", Map.of());
    }

    void decline(String callId) {
        api.call("POST", "/api/calls/" + callId + "/decline", Map.of());
    }

    void hangUp(String callId) {
        api.call("POST", "/api/calls/" + callId + "/hang-up", Map.of());
    }

    /// The browser calls our TwiML app, as `device.connect({params})` does.
    PhoneCall connects(Map<String, String> params) {
        return connects(params, Script.answers());
    }

    PhoneCall connects(Map<String, String> params, Script script) {
        return practice.installation()
                .simulator()
                .connect(practice.login().sid(), identity(), practice.application(), params, script);
    }

    /// Takes a call that rings, and joins it.
    PhoneCall takes(String callId) {
        Program.Answer accepted = accept(callId);
        if (accepted.status() != 200) {
            throw new AssertionError(accepted.body());
        }
        return connects(
                Map.of("callId", callId, "epoch", accepted.json().path("epoch").asString()));
    }

    String identity() {
        return "w" + practice.workspaceId().toString().replace("-", "") + "_m"
                + memberId.toString().replace("-", "");
    }

    void phone(String number) {
        api.call("PUT", "/api/members/" + memberId + "/phone", Map.of("phoneNumber", number));
    }

    /// The call that rings here next.
    ///
    /// @return its id
    String offered() {
        try {
            return frames.await("call.offered", "").path("id").asString();
        } catch (AssertionError never) {
            throw new AssertionError(never.getMessage() + ", of " + practice.history(""), never);
        }
    }

    JsonNode detail(String callId) {
        return api.call("GET", "/api/calls/" + callId, Map.of());
    }

    JsonNode call(String callId) {
        return detail(callId).path("call");
    }

    /// Waits until a call has that status.
    JsonNode awaits(String callId, String status) {
        Eventually.is(status, () -> call(callId).path("status").asString());
        return call(callId);
    }
}
