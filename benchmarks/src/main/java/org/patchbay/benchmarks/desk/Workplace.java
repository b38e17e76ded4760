package org.patchbay.benchmarks.desk;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.patchbay.benchmarks.calls.Agent;
import org.patchbay.benchmarks.calls.ServerProcess;
import org.patchbay.benchmarks.calls.Stock;
import org.patchbay.benchmarks.soak.Api;
import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.media.MediaConfig;

/// A server with the desk that `./run --build` has built, a simulator whose calls have sound, and a workspace whose one
/// number rings for everybody in it.
///
/// @param number in E.164
record Workplace(
        TwilioSimulator simulator,
        ServerProcess server,
        EmbeddedCluster cluster,
        Stock stock,
        UUID workspaceId,
        String number)
        implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    static Workplace open() throws Exception {
        TwilioSimulator simulator = TwilioSimulator.start(
                SimulatorOptions.defaults().limits(100, 100).media(MediaConfig.of(List.of(), 0)));
        ServerProcess server =
                server(Map.of("PATCHBAY_SIMULATOR_URL", simulator.url().toString()));
        EmbeddedCluster cluster = EmbeddedCluster.attachOrOpen(server.postgres());
        String[] words = server.ask("owner").getFirst().split(" ", 2);
        String number = "+14155550100";
        configure(simulator, Api.of(HttpClient.newHttpClient(), server.port(), Agent.parse(words[1])), number);
        Stock stock = new Stock(cluster.superuserUrl("patchbay"));
        return new Workplace(simulator, server, cluster, stock, UUID.fromString(words[0]), number);
    }

    /// @param settings `PATCHBAY_…` variables that differ
    static ServerProcess server(Map<String, String> settings) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(settings);
        all.put("PATCHBAY_DESK_DIR", Path.of("web/dist").toAbsolutePath().toString());
        return ServerProcess.start(List.of(), all);
    }

    private static void configure(TwilioSimulator simulator, Api owner, String number) throws InterruptedException {
        String sid = "AC" + UUID.randomUUID().toString().replace("-", "");
        String token = UUID.randomUUID().toString().replace("-", "");
        simulator.addAccount(sid, token);
        simulator.addNumber(sid, number);
        owner.call(
                "POST",
                "/api/twilio/configure-from-credentials",
                Map.of("environment", "simulator", "accountSid", sid, "authToken", token));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!owner.call("GET", "/api/twilio/configuration", Map.of())
                .path("state")
                .asString("")
                .equals("ready")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the account is not set up");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    String desk() {
        return "http://localhost:" + server.port();
    }

    @Override
    public void close() {
        cluster.close();
        server.close();
        simulator.close();
    }
}
