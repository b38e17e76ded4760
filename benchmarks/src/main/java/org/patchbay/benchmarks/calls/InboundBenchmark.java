package org.patchbay.benchmarks.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.patchbay.benchmarks.realtime.Latencies;
import org.patchbay.database.embedded.EmbeddedCluster;

/// Customers call the numbers of many workspaces, each call written down, offered and then answered with TwiML; and
/// pgbench with what one of them needs, one transaction each, on the same cluster in the same run: before and
/// after, and the better of the two counts. Then one workspace with very many open desks, on all of which every
/// call rings.
///
/// `--seconds 10 --warm-up 30 --connections 128 --workspaces 50 --desks 1000`; the last line printed is one JSON
/// object.
public final class InboundBenchmark {

    private static final int WARM_UP_CONNECTIONS = 64;

    private final int seconds;
    private final int warmUp;
    private final int connections;
    private final List<Double> pgbench = new ArrayList<>();

    private InboundBenchmark(Options options) {
        this.seconds = options.number("--seconds", 10);
        this.warmUp = options.number("--warm-up", 30);
        this.connections = options.number("--connections", 128);
    }

    /// @throws IllegalArgumentException naming an option that is not understood
    public static void main(String[] words) throws Exception {
        Options options =
                new Options(words, Set.of("--seconds", "--warm-up", "--connections", "--workspaces", "--desks"));
        new InboundBenchmark(options).run(options.number("--workspaces", 50), options.number("--desks", 1_000));
    }

    private void run(int workspaces, int desks) throws Exception {
        Pgbench.require();
        try (ServerProcess server = ServerProcess.start(List.of());
                EmbeddedCluster cluster = EmbeddedCluster.attachOrOpen(server.postgres())) {
            Stock stock = new Stock(cluster.superuserUrl("patchbay"));
            Map<String, String> settings = stock.settings();
            Report.say("PostgreSQL says: %s", settings);
            List<Account> accounts = server.ask("ringing " + workspaces).stream()
                    .map(Account::parse)
                    .toList();
            Supplier<byte[]> calls = calls(server.port(), accounts);
            // A server that has just begun may keep a caller waiting.
            Load.run(server.port(), WARM_UP_CONNECTIONS, warmUp, calls, answer -> true);
            Pgbench yardstick = new Pgbench(cluster.urls().ingest());
            yardstick(yardstick, stock);
            stock.endCalls();
            Load.Result result = Load.run(server.port(), connections, seconds, calls, InboundBenchmark::ringing);
            Report.say(
                    "%d connections: %.0f calls a second, p50 %.1f ms, p99 %.1f ms",
                    connections,
                    result.perSecond(),
                    result.nanos().millis(0.5),
                    result.nanos().millis(0.99));
            yardstick(yardstick, stock);
            stock.endCalls();
            Latencies fanOut = fanOut(server, stock, desks);
            print(result, settings, workspaces, desks, fanOut);
        }
    }

    private static Supplier<byte[]> calls(int port, List<Account> accounts) {
        List<Webhook> customers = accounts.stream()
                .map(account -> Deliveries.incoming(port, account))
                .toList();
        return () -> customers
                .get(ThreadLocalRandom.current().nextInt(customers.size()))
                .request(Deliveries.sid());
    }

    private static boolean ringing(HttpLine.Answer answer) {
        return answer.status() == 200 && answer.body().contains("<Conference");
    }

    private void yardstick(Pgbench yardstick, Stock stock) throws Exception {
        stock.endCalls();
        int numbers = stock.layOutNumbers();
        Pgbench.Result result = yardstick.run("inbound.sql", seconds, Map.of("numbers", numbers, "turn", 0));
        Report.say(
                "pgbench: %.0f transactions a second, %.1f ms on average", result.perSecond(), result.averageMillis());
        pgbench.add(Report.rounded(result.perSecond()));
    }

    private Latencies fanOut(ServerProcess server, Stock stock, int count) throws Exception {
        List<String> team = server.ask("team 1");
        Account account = Account.parse(team.getFirst());
        List<Agent> agents = stock.enlist(account.workspaceId(), count);
        try (Desks desks = Desks.open(server.port(), account.workspaceId(), agents);
                HttpLine twilio = new HttpLine(server.port())) {
            FanOut fanOut = new FanOut(desks, twilio, server.port(), account);
            fanOut.run(warmUp);
            Latencies frames = fanOut.run(seconds);
            Report.say(
                    "%d desks: a call rings after %.1f ms (p50), %.1f ms (p99)",
                    count, frames.millis(0.5), frames.millis(0.99));
            return frames;
        }
    }

    private void print(Load.Result result, Map<String, String> settings, int workspaces, int desks, Latencies fanOut) {
        double best = pgbench.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        new Report("inbound")
                .put("seconds", seconds)
                .put("workspaces", workspaces)
                .put("processes", "load, server and PostgreSQL are processes of their own")
                .put("connections", connections)
                .figure("rps", result.perSecond())
                .figure("p50_ms", result.nanos().millis(0.5))
                .figure("p99_ms", result.nanos().millis(0.99))
                .put("pgbench_tps", pgbench)
                .figure("ratio_vs_pgbench", result.perSecond() / best)
                .put("desks", desks)
                .put("fanout_frames", fanOut.count())
                .figure("fanout_p50_ms", fanOut.millis(0.5))
                .figure("fanout_p99_ms", fanOut.millis(0.99))
                .machine(settings)
                .print();
    }
}
