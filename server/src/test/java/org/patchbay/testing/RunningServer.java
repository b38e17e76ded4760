package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.patchbay.PatchbayApplication;
import org.patchbay.kernel.settings.DatabaseUrls;
import org.patchbay.kernel.settings.Settings;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The real server on free ports, over a scratch database, with a clock that can be turned.
public final class RunningServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final SettableClock clock;
    private final DatabaseUrls urls;
    private final int deskPort;
    private final int managementPort;

    private RunningServer(
            ConfigurableApplicationContext context, SettableClock clock, DatabaseUrls urls, int desk, int management) {
        this.context = context;
        this.clock = clock;
        this.urls = urls;
        this.deskPort = desk;
        this.managementPort = management;
    }

    private static final class Holder {
        static final RunningServer SERVER = start(Map.of());
    }

    /// One server for all tests of a JVM that only need workspaces of their own.
    public static RunningServer shared() {
        return Holder.SERVER;
    }

    /// A server of one's own.
    ///
    /// @param settings further `PATCHBAY_…` variables
    public static RunningServer start(Map<String, String> settings) {
        return start(settings, new SettableClock());
    }

    /// Another node: with the database and the clock of this one.
    public RunningServer another() {
        return start(
                Map.of("PATCHBAY_DATABASE_URL", urls.server(), "PATCHBAY_DATABASE_INGEST_URL", urls.ingest()), clock);
    }

    private static RunningServer start(Map<String, String> settings, SettableClock clock) {
        DatabaseUrls urls = TestCluster.scratch();
        int desk = freePort();
        int management = freePort();
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATCHBAY_DESK_PORT", String.valueOf(desk),
                "PATCHBAY_MANAGEMENT_PORT", String.valueOf(management),
                "PATCHBAY_DATA_DIR", TestHome.resolve("data").toString(),
                "PATCHBAY_DATABASE_URL", urls.server(),
                "PATCHBAY_DATABASE_INGEST_URL", urls.ingest(),
                "PATCHBAY_DATABASE_POOL_SIZE", "8",
                "PATCHBAY_SIGN_UP", "open"));
        environment.putAll(settings);
        SpringApplication application = PatchbayApplication.application(Settings.from(environment));
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>)
                context -> context.registerBean(Clock.class, () -> clock));
        return new RunningServer(application.run(), clock, urls, desk, management);
    }

    public URI url(String path) {
        return URI.create("http://localhost:" + deskPort + path);
    }

    public URI managementUrl(String path) {
        return URI.create("http://localhost:" + managementPort + path);
    }

    public SettableClock clock() {
        return clock;
    }

    public DatabaseUrls urls() {
        return urls;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
