package org.patchbay.benchmarks.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.inspector.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What happened in one account, as Twilio knows it: read over its REST API, as anybody would.
///
/// @param legs by SID
/// @param recordings by SID
/// @param rooms when a customer was with an agent, or waited for one to come back, by the conference's name
record Truth(Map<String, Leg> legs, Map<String, Recording> recordings, Map<String, Together> rooms) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A Twilio call that is over, or should be.
    record Leg(String sid, String from, String to, String status, long seconds, String direction) {
        boolean over() {
            return switch (status) {
                case "completed", "busy", "failed", "no-answer", "canceled" -> true;
                default -> false;
            };
        }
    }

    record Recording(String sid, String status, long seconds, String callSid) {}

    record Together(Instant from, Instant to) {
        long seconds() {
            return Duration.between(from, to).toSeconds();
        }
    }

    static Truth of(TwilioSimulator simulator, HttpClient http, Team team) throws IOException, InterruptedException {
        Reader reader = new Reader(simulator.url(), http, team);
        Map<String, Leg> legs = new HashMap<>();
        for (JsonNode call : reader.all("Calls", "calls")) {
            legs.put(
                    call.path("sid").asString(),
                    new Leg(
                            call.path("sid").asString(),
                            call.path("from").asString(),
                            call.path("to").asString(),
                            call.path("status").asString(),
                            Long.parseLong(call.path("duration").asString("0")),
                            call.path("direction").asString()));
        }
        Map<String, Recording> recordings = new HashMap<>();
        for (JsonNode recording : reader.all("Recordings", "recordings")) {
            recordings.put(
                    recording.path("sid").asString(),
                    new Recording(
                            recording.path("sid").asString(),
                            recording.path("status").asString(),
                            Long.parseLong(recording.path("duration").asString("0")),
                            recording.path("call_sid").asString()));
        }
        Map<String, Together> rooms = new HashMap<>();
        for (JsonNode room : reader.all("Conferences", "conferences")) {
            together(simulator.exchange(room.path("sid").asString()))
                    .ifPresent(both -> rooms.put(room.path("friendly_name").asString(), both));
        }
        return new Truth(legs, recordings, rooms);
    }

    /// From the second who came until the last who left: a customer whose agent's browser has gone waits for it.
    private static Optional<Together> together(List<Entry> entries) {
        List<Instant> joined = steps(entries, "participant-join");
        if (joined.size() < 2) {
            return Optional.empty();
        }
        Instant begun = joined.get(1);
        return steps(entries, "participant-leave").stream()
                .filter(left -> !left.isBefore(begun))
                .reduce((earlier, later) -> later)
                .map(left -> new Together(begun, left));
    }

    private static List<Instant> steps(List<Entry> entries, String text) {
        return entries.stream()
                .filter(Entry.Step.class::isInstance)
                .map(Entry.Step.class::cast)
                .filter(step -> step.text().equals(text))
                .map(Entry.Step::at)
                .sorted()
                .toList();
    }

    private record Reader(URI twilio, HttpClient http, Team team) {

        List<JsonNode> all(String resource, String items) throws IOException, InterruptedException {
            List<JsonNode> all = new ArrayList<>();
            String next = "/2010-04-01/Accounts/" + team.accountSid() + "/" + resource + ".json?PageSize=1000";
            while (!next.isEmpty()) {
                JsonNode page = get(next);
                page.path(items).forEach(all::add);
                next = page.path("next_page_uri").asString("");
            }
            return all;
        }

        private JsonNode get(String path) throws IOException, InterruptedException {
            String key = Base64.getEncoder()
                    .encodeToString((team.accountSid() + ":" + team.token()).getBytes(StandardCharsets.UTF_8));
            HttpRequest request = HttpRequest.newBuilder(twilio.resolve(path))
                    .header("Authorization", "Basic " + key)
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        }
    }
}
