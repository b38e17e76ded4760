package org.patchbay.systemtests.calls;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.inspector.Entry;
import tools.jackson.databind.json.JsonMapper;

/// What the server has said that it has: every delivery about calls that the simulator saw answered with success.
/// Whatever is acknowledged stands in `call_events`.
record Acknowledged(List<Entry.Webhook> deliveries) {

    private static final Set<String> TELLING = Set.of("CALL_STATUS", "CONFERENCE_STATUS", "RECORDING_STATUS");
    private static final Set<String> ASKING = Set.of("VOICE", "ACTION");

    /// Of our addresses, not of the delivery itself.
    private static final Set<String> IDS = Set.of("call", "leg", "turn");

    static Acknowledged by(TwilioSimulator simulator) {
        return new Acknowledged(simulator.exchanges().values().stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry instanceof Entry.Webhook webhook ? Stream.of(webhook) : Stream.empty())
                .filter(webhook -> webhook.status() >= 200 && webhook.status() < 300)
                .filter(webhook -> TELLING.contains(webhook.kind()) || isDecided(webhook))
                .toList());
    }

    /// Whoever is asked to stay on the line has not been heard yet.
    private static boolean isDecided(Entry.Webhook webhook) {
        return ASKING.contains(webhook.kind())
                && !webhook.url().contains("/fallback")
                && !webhook.answer().contains("<Redirect");
    }

    int size() {
        return deliveries.size();
    }

    /// Those that are nowhere in the database.
    List<String> lostFrom(Ledger ledger) {
        Set<Map<String, String>> told = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (List<String> row : ledger.rows("select event_data::text, reply is not null from call_events")) {
            Map<String, String> data = new TreeMap<>();
            JsonMapper.shared()
                    .readTree(row.getFirst())
                    .propertyStream()
                    .forEach(field -> data.put(field.getKey(), field.getValue().asString("")));
            if (row.getLast().equals("t")) {
                asked.add(question(data.getOrDefault("CallSid", ""), data.getOrDefault("turn", "")));
            }
            data.keySet().removeAll(IDS);
            told.add(data);
        }
        return deliveries.stream()
                .filter(webhook -> TELLING.contains(webhook.kind())
                        ? !told.contains(form(webhook))
                        : !asked.contains(question(webhook)))
                .map(webhook -> webhook.kind() + " " + webhook.url() + " " + form(webhook) + " " + webhook.answer())
                .toList();
    }

    /// The same question is asked again with other parameters, and answered the same.
    private static String question(Entry.Webhook webhook) {
        String query = URI.create(webhook.url()).getRawQuery();
        String turn = Params.parse(query == null ? "" : query).first("turn").orElse("");
        return question(webhook.params().first("CallSid").orElse(""), turn);
    }

    private static String question(String sid, String turn) {
        return sid + " " + turn;
    }

    private static Map<String, String> form(Entry.Webhook webhook) {
        return webhook.params().all().stream()
                .collect(Collectors.toMap(Params.Param::name, Params.Param::value, (a, b) -> a, TreeMap::new));
    }
}
