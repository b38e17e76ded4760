package org.patchbay.benchmarks.calls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.patchbay.benchmarks.realtime.Latencies;
import org.patchbay.database.embedded.EmbeddedCluster;

/// A customer calls, and all members of a team reach for the call at once, over and over: whatever the order,
/// one of them has it, and everybody else is told who. Fails otherwise.
///
/// `--rounds 100 --accepts 1000 --members 50 --seconds 600`, the last being the longest that it goes on; the last
/// line printed is one JSON object.
public final class ClaimsBenchmark {

    private static final Pattern CALL_ID = Pattern.compile("[?&;]call=([0-9a-f-]{36})");

    private static final int WARM_UP_ROUNDS = 50;
    private static final int WARM_UP_ACCEPTS = 100;

    private final int rounds;
    private final int accepts;
    private final int members;
    private final long end;
    private final List<long[]> nanos = new ArrayList<>();
    private final List<Integer> winners = new ArrayList<>();

    private ClaimsBenchmark(Options options) {
        this.rounds = options.number("--rounds", 100);
        this.accepts = options.number("--accepts", 1_000);
        this.members = options.number("--members", 50);
        this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.number("--seconds", 600));
    }

    /// @throws IllegalArgumentException naming an option that is not understood
    public static void main(String[] words) throws Exception {
        new ClaimsBenchmark(new Options(words, Set.of("--rounds", "--accepts", "--members", "--seconds"))).run();
    }

    private void run() throws Exception {
        try (ServerProcess server = ServerProcess.start(List.of());
                EmbeddedCluster cluster = EmbeddedCluster.attachOrOpen(server.postgres())) {
            Map<String, String> settings = new Stock(cluster.superuserUrl("patchbay")).settings();
            List<String> team = server.ask("team " + members);
            Webhook customer = Deliveries.incoming(server.port(), Account.parse(team.getFirst()));
            List<Agent> agents = team.stream().skip(1).map(Agent::parse).toList();
            try (HttpLine twilio = new HttpLine(server.port());
                    Race small = new Race(server.port(), agents, Math.min(accepts, WARM_UP_ACCEPTS))) {
                for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                    check(small, call(twilio, customer));
                }
            }
            try (HttpLine twilio = new HttpLine(server.port());
                    Race race = new Race(server.port(), agents, accepts)) {
                while (winners.size() < rounds && System.nanoTime() < end) {
                    Race.Outcome outcome = check(race, call(twilio, customer));
                    winners.add(outcome.winners().size());
                    nanos.add(outcome.nanos());
                    if (winners.size() % 10 == 0) {
                        Report.say("%d rounds, one winner each", winners.size());
                    }
                }
            }
            print(settings);
        }
    }

    /// @return the id of a call that rings
    private static UUID call(HttpLine twilio, Webhook customer) throws IOException {
        HttpLine.Answer answer = twilio.send(customer.request(Deliveries.sid()));
        Matcher id = CALL_ID.matcher(answer.body());
        if (answer.status() != 200 || !answer.body().contains("<Conference") || !id.find()) {
            throw new IllegalStateException("a call does not ring: " + answer);
        }
        return UUID.fromString(id.group(1));
    }

    private static Race.Outcome check(Race race, UUID callId) throws Exception {
        Race.Outcome outcome = race.run(callId);
        if (outcome.winners().size() != 1 || !outcome.wrong().isEmpty()) {
            throw new IllegalStateException(outcome.winners().size() + " winners, and "
                    + outcome.wrong().size() + " others were not told who has it, such as "
                    + outcome.wrong().stream().findFirst().orElse(null));
        }
        race.hangUp(outcome.winners().iterator().next(), callId);
        return outcome;
    }

    private void print(Map<String, String> settings) {
        Latencies all =
                new Latencies(nanos.stream().flatMapToLong(LongStream::of).toArray());
        new Report("claims")
                .put("rounds", winners.size())
                .put("rounds_wanted", rounds)
                .put("accepts_per_round", accepts)
                .put("members", members)
                .put(
                        "winners_per_round",
                        winners.stream().mapToInt(Integer::intValue).max().orElse(0))
                .put(
                        "fewest_winners_per_round",
                        winners.stream().mapToInt(Integer::intValue).min().orElse(0))
                .figure("p50_ms", all.millis(0.5))
                .figure("p99_ms", all.millis(0.99))
                .machine(settings)
                .print();
    }
}
