package org.patchbay.benchmarks.calls;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.patchbay.database.embedded.EmbeddedCluster;

/// Signed status callbacks of many workspaces' calls, over persistent connections, each answered 204 after its
/// commit; and pgbench with what one of them needs, one transaction each, on the same cluster in the same run:
/// before and after the round with 128 connections, and the better of the two counts.
///
/// This process makes the load. The server is another one, and starts its PostgreSQL as it always does.
///
/// `--seconds 10 --warm-up 40 --connections 1,8,32,128,512 --workspaces 50`; the last line printed is one JSON object.
public final class IngestBenchmark {

    private static final int COMPARED = 128;
    private static final int CALLS_OF_A_WORKSPACE = 20;
    private static final int WARM_UP_CONNECTIONS = 64;

    /// Callbacks prepared for each second: more than any connection, and all of them, have got through.
    private static final int A_CONNECTION = 1_000;

    private static final int AT_MOST = 8_000;

    private static final int FIRST_OF_PGBENCH = 1_000_000;

    private final int seconds;
    private final int warmUp;
    private final List<Integer> connections;
    private final AtomicInteger sequence = new AtomicInteger();
    private final List<Pgbench.Result> yardsticks = new ArrayList<>();

    private IngestBenchmark(Options options) {
        this.seconds = options.number("--seconds", 10);
        // On two cores the compiler is busy for that long.
        this.warmUp = options.number("--warm-up", 40);
        this.connections = options.numbers("--connections", "1,8,32,128,512");
    }

    /// @throws IllegalArgumentException naming an option that is not understood
    public static void main(String[] words) throws Exception {
        Options options = new Options(words, Set.of("--seconds", "--warm-up", "--connections", "--workspaces"));
        new IngestBenchmark(options).run(options.number("--workspaces", 50));
    }

    private void run(int workspaces) throws Exception {
        Pgbench.require();
        try (ServerProcess server = ServerProcess.start(List.of());
                EmbeddedCluster cluster = EmbeddedCluster.attachOrOpen(server.postgres())) {
            Stock stock = new Stock(cluster.superuserUrl("patchbay"));
            Map<String, String> settings = stock.settings();
            Report.say("PostgreSQL says: %s", settings);
            List<Account> accounts = server.ask("forwarding " + workspaces).stream()
                    .map(Account::parse)
                    .toList();
            Supplier<byte[]> callbacks = callbacks(server.port(), stock, accounts);
            Load.run(server.port(), WARM_UP_CONNECTIONS, warmUp, callbacks, IngestBenchmark::noted);
            int legs = stock.layOut();
            Report.say("%d live calls of %d workspaces, each on two legs", legs, workspaces);

            long before = stock.count("call_events");
            List<Load.Result> results = new ArrayList<>();
            Pgbench pgbench = new Pgbench(cluster.urls().ingest());
            for (int each : connections) {
                if (each == COMPARED) {
                    yardstick(pgbench, legs);
                }
                results.add(measured(server.port(), each, callbacks));
                if (each == COMPARED) {
                    yardstick(pgbench, legs);
                }
            }
            print(results, settings, workspaces, legs);
        }
    }

    private static boolean noted(HttpLine.Answer answer) {
        return answer.status() == 204;
    }

    /// Makes the calls, as customers do, and what Twilio says of them from then on.
    private Supplier<byte[]> callbacks(int port, Stock stock, List<Account> accounts) throws Exception {
        Map<UUID, Webhook> incoming = accounts.stream()
                .collect(Collectors.toMap(Account::workspaceId, account -> Deliveries.incoming(port, account)));
        try (HttpLine line = new HttpLine(port)) {
            for (int call = 0; call < CALLS_OF_A_WORKSPACE; call++) {
                for (Webhook customer : incoming.values()) {
                    HttpLine.Answer answer = line.send(customer.request(Deliveries.sid()));
                    if (answer.status() != 200 || !answer.body().contains("<Number")) {
                        throw new IllegalStateException("a call was not sent on: " + answer);
                    }
                }
            }
            Map<UUID, Account> byId =
                    accounts.stream().collect(Collectors.toMap(Account::workspaceId, Function.identity()));
            List<Webhook> phones = stock.phones().stream()
                    .map(leg -> Deliveries.status(
                            port,
                            Objects.requireNonNull(byId.get(leg.workspaceId())),
                            leg.callId(),
                            leg.legId(),
                            leg.parentSid()))
                    .toList();
            for (Webhook phone : phones) {
                line.send(status(phone));
            }
            return () -> status(phones.get(ThreadLocalRandom.current().nextInt(phones.size())));
        }
    }

    private byte[] status(Webhook phone) {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        return phone.request(String.valueOf(sequence.incrementAndGet()), now);
    }

    private Load.Result measured(int port, int each, Supplier<byte[]> callbacks) throws Exception {
        Supplier<byte[]> prepared = Prepared.of(Math.min(each * A_CONNECTION, AT_MOST) * seconds, callbacks);
        Load.Result result = Load.run(port, each, seconds, prepared, IngestBenchmark::noted);
        Report.say(
                "%d connections: %.0f callbacks a second, p50 %.1f ms, p99 %.1f ms",
                each,
                result.perSecond(),
                result.nanos().millis(0.5),
                result.nanos().millis(0.99));
        return result;
    }

    private void yardstick(Pgbench pgbench, int legs) throws Exception {
        int from = FIRST_OF_PGBENCH * (1 + yardsticks.size());
        Pgbench.Result result = pgbench.run("ingest.sql", seconds, Map.of("legs", legs, "turn", 0, "sequence", from));
        Report.say(
                "pgbench: %.0f transactions a second, %.1f ms on average", result.perSecond(), result.averageMillis());
        yardsticks.add(result);
    }

    private void print(List<Load.Result> results, Map<String, String> settings, int workspaces, int legs) {
        Report report = new Report("ingest")
                .put("seconds", seconds)
                .put("workspaces", workspaces)
                .put("calls", legs)
                .put("processes", "load, server and PostgreSQL are processes of their own");
        results.stream()
                .filter(result -> result.connections() == COMPARED)
                .findFirst()
                .ifPresent(compared -> compare(report, compared));
        Map<String, Object> all = new LinkedHashMap<>();
        results.forEach(result -> all.put(String.valueOf(result.connections()), figures(result)));
        report.put("by_connections", all).machine(settings).print();
    }

    private void compare(Report report, Load.Result compared) {
        List<Double> rates = yardsticks.stream()
                .map(Pgbench.Result::perSecond)
                .map(Report::rounded)
                .toList();
        double best = rates.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        report.put("connections", COMPARED)
                .figure("rps", compared.perSecond())
                .figure("p50_ms", compared.nanos().millis(0.5))
                .figure("p99_ms", compared.nanos().millis(0.99))
                .put("pgbench_tps", rates)
                .figure("ratio_vs_pgbench", compared.perSecond() / best);
    }

    private static Map<String, Object> figures(Load.Result result) {
        return Map.of(
                "rps", Report.rounded(result.perSecond()),
                "p50_ms", Report.rounded(result.nanos().millis(0.5)),
                "p99_ms", Report.rounded(result.nanos().millis(0.99)));
    }
}
