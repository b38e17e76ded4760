package org.patchbay.systemtests.twilio;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.patchbay.PatchbayApplication;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.media.MediaConfig;
import org.patchbay.systemtests.product.Processes;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.product.Tree;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioSite;
import org.springframework.context.ConfigurableApplicationContext;

/// A server and a simulator in this process, as somebody would run them side by side, with a line between
/// them that can be watched. Each test makes a workspace and an account of its own.
public final class Installation implements AutoCloseable {

    /// What the settings of a server say that looks at every account each second.
    static final Map<String, String> WATCHFUL = Map.of("PATCHBAY_DRIFT_CHECK_SECONDS", "1");

    /// An account of the simulator.
    public record TwilioLogin(String sid, String token) {

        /// The account as somebody has it who works on it without Patchbay.
        public TwilioAccount at(URI simulator) {
            return at(new TwilioSite(simulator));
        }

        TwilioAccount atTwilio() {
            return at(TwilioSite.TWILIO);
        }

        private TwilioAccount at(TwilioSite site) {
            return new TwilioClients(Clock.systemUTC(), new SimpleMeterRegistry())
                    .account(
                            UUID.randomUUID(),
                            site,
                            new TwilioCredentials(sid, token, Optional.empty(), Optional.empty()));
        }
    }

    /// Of numbers that nobody has in another test.
    private static final AtomicLong NEXT = new AtomicLong(155_500_000);

    private final TwilioSimulator simulator;
    private final WatchedTwilio twilio;
    private final ConfigurableApplicationContext context;
    private final URI desk;

    private Installation(
            TwilioSimulator simulator, WatchedTwilio twilio, ConfigurableApplicationContext context, URI desk) {
        this.simulator = simulator;
        this.twilio = twilio;
        this.context = context;
        this.desk = desk;
    }

    private static final class Holder {
        static final Installation SHARED = start(Map.of());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SHARED::close));
        }
    }

    public static Installation shared() {
        return Holder.SHARED;
    }

    /// @param settings further `PATCHBAY_…` variables
    public static Installation start(Map<String, String> settings) {
        return start(dataDirectory(), SimulatorOptions.defaults(), settings);
    }

    /// The simulator keeps its state beside the server's, as `./run` has it: so the server knows an account
    /// under which it may make others.
    static Installation withPracticePhones() {
        Path data = dataDirectory();
        return start(data, SimulatorOptions.defaults().state(data.resolve("simulator.json")), Map.of());
    }

    /// Calls have real sound, and as many may begin at once as like.
    public static Installation withSound() {
        return start(dataDirectory(), sounding(), Map.of());
    }

    /// The same for the desk's own page: its phone speaks with the simulator past what is watched, where no
    /// sockets go through.
    ///
    /// @param settings of the server, beside those that every installation has
    public static Installation forDesks(Map<String, String> settings) {
        TwilioSimulator simulator = TwilioSimulator.start(sounding());
        Map<String, String> all = new HashMap<>(settings);
        all.put("PATCHBAY_SIMULATOR_URL", simulator.url().toString());
        return start(dataDirectory(), simulator, all);
    }

    private static SimulatorOptions sounding() {
        return SimulatorOptions.defaults().limits(100, 100).media(MediaConfig.of(List.of(), 0));
    }

    /// As many calls may begin at once as like; Twilio gives a new account one a second.
    public static Installation forCalls() {
        return start(dataDirectory(), SimulatorOptions.defaults().limits(100, 100), Map.of());
    }

    private static Installation start(Path data, SimulatorOptions options, Map<String, String> settings) {
        return start(data, TwilioSimulator.start(options), settings);
    }

    private static Installation start(Path data, TwilioSimulator simulator, Map<String, String> settings) {
        WatchedTwilio twilio = WatchedTwilio.before(simulator);
        String port = settings.getOrDefault("PATCHBAY_DESK_PORT", String.valueOf(Processes.freePort()));
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATCHBAY_DATA_DIR", data.toString(),
                "PATCHBAY_DESK_DIR", Tree.desk().toString(),
                "PATCHBAY_DESK_PORT", port,
                "PATCHBAY_MANAGEMENT_PORT", String.valueOf(Processes.freePort()),
                "PATCHBAY_SIMULATOR_URL", twilio.url().toString(),
                "PATCHBAY_DRIFT_CHECK_SECONDS", "86400"));
        environment.putAll(settings);
        ConfigurableApplicationContext context = PatchbayApplication.start(Settings.from(environment));
        URI desk = URI.create(environment.getOrDefault("PATCHBAY_PUBLIC_URL", "http://localhost:" + port));
        return new Installation(simulator, twilio, context, desk);
    }

    static Path dataDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Tree.scratch()), "installation-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public TwilioSimulator simulator() {
        return simulator;
    }

    public WatchedTwilio twilio() {
        return twilio;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Customer customer(String name) {
        return new Customer(Team.make(desk, name).owner());
    }

    public URI desk() {
        return desk;
    }

    /// A new account of the simulator with that many numbers.
    public TwilioLogin account(int numbers) {
        String sid = "AC" + hex();
        String token = hex();
        simulator.addAccount(sid, token);
        TwilioLogin login = new TwilioLogin(sid, token);
        for (int i = 0; i < numbers; i++) {
            buy(login);
        }
        return login;
    }

    /// One more number for an account, past Patchbay.
    ///
    /// @return in E.164
    public String buy(TwilioLogin login) {
        String number = "+1" + (4_000_000_000L + NEXT.getAndIncrement());
        simulator.addNumber(login.sid(), number);
        return number;
    }

    /// The account as its owner changes it by hand, past what is watched.
    TwilioAccount byHand(TwilioLogin login) {
        return login.at(simulator.url());
    }

    public static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    public void close() {
        context.close();
        twilio.close();
        simulator.close();
    }
}
