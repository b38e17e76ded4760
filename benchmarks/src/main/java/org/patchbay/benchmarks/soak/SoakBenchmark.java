package org.patchbay.benchmarks.soak;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.patchbay.benchmarks.calls.Account;
import org.patchbay.benchmarks.calls.Agent;
import org.patchbay.benchmarks.calls.Options;
import org.patchbay.benchmarks.calls.Report;
import org.patchbay.benchmarks.calls.ServerProcess;
import org.patchbay.benchmarks.calls.Stock;
import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.faults.FaultKind;
import org.patchbay.simulator.faults.FaultPlan;

/// Minutes of calls in and out, answered, declined, abandoned, forwarded, busy, while webhooks come twice, late or
/// not at all and Twilio answers slowly. At the end, and after the time that the reconciliation takes, the database
/// must say of each call what Twilio says of it, and the server's heap must hold no more than at the beginning.
///
/// `--seconds 600 --calls 200 --workspaces 4 --seed 1`; the last line printed is one JSON object. Ends with 1 if
/// anything differs, after a line for each difference.
public final class SoakBenchmark {

    private static final Duration RECONCILED = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Pattern CALL = Pattern.compile("^call ([0-9a-f-]{36})");
    private static final double SEATS_PER_CALL = 0.9;

    private final int seconds;
    private final int calls;
    private final int workspaces;
    private final int seed;
    private final HttpClient http = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private SoakBenchmark(Options options) {
        this.seconds = options.number("--seconds", 600);
        this.calls = options.number("--calls", 200);
        this.workspaces = options.number("--workspaces", 4);
        this.seed = options.number("--seed", 1);
    }

    /// @throws IllegalArgumentException naming an option that is not understood
    public static void main(String[] words) throws Exception {
        Options options = new Options(words, Set.of("--seconds", "--calls", "--workspaces", "--seed"));
        Result result = new SoakBenchmark(options).run();
        // Last of all: whatever is closed may have something to say.
        result.report().print();
        System.exit(result.equal() ? 0 : 1);
    }

    private record Result(Report report, boolean equal) {}

    private Result run() throws Exception {
        SimulatorOptions options =
                SimulatorOptions.defaults().limits(1_000, 1_000).inspectorSubjects(1_000_000);
        try (TwilioSimulator simulator = TwilioSimulator.start(options);
                ServerProcess server = ServerProcess.start(
                        List.of("-Xmx512m"),
                        Map.of("PATCHBAY_SIMULATOR_URL", simulator.url().toString()));
                EmbeddedCluster cluster = EmbeddedCluster.attachOrOpen(server.postgres())) {
            Stock stock = new Stock(cluster.superuserUrl("patchbay"));
            List<Team> teams = teams(simulator, server, stock);
            Traffic traffic = new Traffic(simulator, teams, seed);
            List<Seat> seats =
                    teams.stream().flatMap(team -> team.seats().stream()).toList();
            try (Floor floor = Floor.open(http, seats, traffic::offered)) {
                Report.say("%d teams with %d agents, %d calls at a time", teams.size(), seats.size(), calls);
                return measure(simulator, server, stock, teams, traffic);
            }
        }
    }

    private Result measure(
            TwilioSimulator simulator, ServerProcess server, Stock stock, List<Team> teams, Traffic traffic)
            throws Exception {
        faults(simulator, teams);
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        long steady;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < calls; i++) {
                people.submit(() -> traffic.go(end));
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Math.min(60, seconds / 4)));
            steady = heap(server);
            Report.say("heap in use at the beginning: %.1f MB", steady / 1e6);
        }
        double took = (System.nanoTime() - begun) / 1e9;
        Report.say("%d calls in %.0f s; %d were refused", traffic.all().size(), took, traffic.refused());
        long last = heap(server);
        Report.say("heap in use at the end: %.1f MB", last / 1e6);
        teams.forEach(team -> simulator.faults().clear(team.accountSid()));
        List<String> differences = settled(simulator, stock, teams, traffic);
        for (String line : differences) {
            Report.say("%s", line);
            Matcher call = CALL.matcher(line);
            if (call.find()) {
                Stored.timeline(stock, call.group(1)).forEach(event -> Report.say("    %s", event));
            }
        }
        Report report = report(traffic, took, steady, last, differences.size(), stock.settings());
        return new Result(report, differences.isEmpty());
    }

    private List<Team> teams(TwilioSimulator simulator, ServerProcess server, Stock stock) throws Exception {
        List<Team> teams = new ArrayList<>();
        for (int i = 0; i < workspaces; i++) {
            String[] words = server.ask("owner").getFirst().split(" ", 2);
            UUID workspaceId = UUID.fromString(words[0]);
            String hex = UUID.randomUUID().toString().replace("-", "");
            Account account = new Account(
                    workspaceId, "AC" + hex, UUID.randomUUID().toString().replace("-", ""), "");
            Api owner = Api.of(http, server.port(), Agent.parse(words[1]));
            int seats = (int) Math.ceil(calls * SEATS_PER_CALL / workspaces);
            teams.add(Team.open(simulator, owner, stock, account, i, seats));
        }
        return teams;
    }

    private void faults(TwilioSimulator simulator, List<Team> teams) {
        for (int i = 0; i < teams.size(); i++) {
            simulator
                    .faults()
                    .set(
                            teams.get(i).accountSid(),
                            FaultPlan.seeded(seed * 100L + i)
                                    .with(FaultKind.CALLBACK_DUPLICATE, 0.05)
                                    .with(FaultKind.CALLBACK_REORDER, 0.05)
                                    .with(FaultKind.CALLBACK_DROP, 0.02)
                                    .with(FaultKind.REST_SLOW, 0.05)
                                    .slowness(Duration.ofSeconds(2)));
        }
    }

    /// Looks until nothing differs any more, or the reconciliation has had its time.
    private List<String> settled(TwilioSimulator simulator, Stock stock, List<Team> teams, Traffic traffic)
            throws Exception {
        long end = System.nanoTime() + RECONCILED.toNanos();
        List<String> differences = compare(simulator, stock, teams, traffic);
        while (!differences.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
            differences = compare(simulator, stock, teams, traffic);
        }
        return differences;
    }

    private List<String> compare(TwilioSimulator simulator, Stock stock, List<Team> teams, Traffic traffic)
            throws Exception {
        List<String> differences = new ArrayList<>();
        for (Team team : teams) {
            List<Placed> placed =
                    traffic.all().stream().filter(call -> call.team() == team).toList();
            differences.addAll(
                    Comparison.of(Truth.of(simulator, http, team), Stored.of(stock, team.workspaceId()), placed));
        }
        return differences;
    }

    private static long heap(ServerProcess server) throws Exception {
        return Long.parseLong(server.ask("heap").getFirst());
    }

    private Report report(
            Traffic traffic, double took, long steady, long last, int differences, Map<String, String> settings) {
        Map<String, Long> kinds = traffic.all().stream()
                .collect(Collectors.groupingBy(
                        call -> call.kind()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'),
                        LinkedHashMap::new,
                        Collectors.counting()));
        return new Report("soak")
                .put("seconds", seconds)
                .put("workspaces", workspaces)
                .put("concurrent_calls", calls)
                .put("calls", traffic.all().size())
                .figure("calls_per_second", traffic.all().size() / took)
                .put("kinds", kinds)
                .put("refused", traffic.refused())
                .put("differences", differences)
                .figure("heap_begin_mb", steady / 1e6)
                .figure("heap_end_mb", last / 1e6)
                .machine(settings);
    }
}
