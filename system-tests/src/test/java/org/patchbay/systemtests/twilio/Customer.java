package org.patchbay.systemtests.twilio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.patchbay.systemtests.product.Processes;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import tools.jackson.databind.JsonNode;

/// The owner of a workspace, at work on its Twilio account through the API.
public record Customer(Program api) {

    public JsonNode configuration() {
        return api.call("GET", "/api/twilio/configuration", Map.of());
    }

    /// Presses Save.
    JsonNode configure(TwilioLogin account) {
        return configure("simulator", account);
    }

    /// @param environment `simulator`, or `twilio` for the real one
    JsonNode configure(String environment, TwilioLogin account) {
        return api.call(
                "POST",
                "/api/twilio/configure-from-credentials",
                Map.of("environment", environment, "accountSid", account.sid(), "authToken", account.token()));
    }

    /// Presses Save and waits until it is over.
    public JsonNode configured(TwilioLogin account) {
        configure(account);
        return over();
    }

    JsonNode again() {
        api.call("POST", "/api/twilio/configure-from-credentials", Map.of("environment", "simulator"));
        return over();
    }

    JsonNode repaired() {
        api.call("POST", "/api/twilio/repair", Map.of("takeOver", false));
        return over();
    }

    JsonNode takenOver(String numberId) {
        api.call("POST", "/api/twilio/repair", Map.of("numberIds", List.of(numberId), "takeOver", true));
        return over();
    }

    JsonNode cleared() {
        api.call("POST", "/api/twilio/clear-configuration", Map.of());
        return over();
    }

    JsonNode verified() {
        return api.call("POST", "/api/twilio/verify", Map.of());
    }

    /// The configuration once nothing is being done any more.
    JsonNode over() {
        long end = System.nanoTime() + Processes.PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode configuration = configuration();
            if (!configuration.at("/run/state").asString("").equals("running")) {
                return configuration;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("never over: " + configuration());
    }

    public UUID workspaceId() {
        return UUID.fromString(
                api.call("GET", "/api/workspace", Map.of()).get("id").asString());
    }

    public List<JsonNode> numbers() {
        JsonNode page = api.call("GET", "/api/numbers?limit=200", Map.of());
        return page.get("items").valueStream().toList();
    }

    public JsonNode number(String phoneNumber) {
        return numbers().stream()
                .filter(number -> number.get("phoneNumber").asString().equals(phoneNumber))
                .findFirst()
                .orElseThrow();
    }

    /// How many numbers stand how.
    Map<String, Integer> connections() {
        Map<String, Integer> counts = new HashMap<>();
        numbers().forEach(number -> counts.merge(number.get("connection").asString(), 1, Integer::sum));
        return counts;
    }

    static Stream<String> steps(JsonNode run) {
        return run.get("steps")
                .valueStream()
                .map(step ->
                        step.get("name").asString() + " " + step.get("state").asString());
    }
}
