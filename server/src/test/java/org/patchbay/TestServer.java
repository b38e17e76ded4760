package org.patchbay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.patchbay.kernel.settings.DatabaseUrls;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.testing.TestCluster;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The real server on free ports, over a scratch database.
public final class TestServer implements AutoCloseable {

    /// An origin that the server allows, as a desk's page would have it.
    public static final String ORIGIN = "http://desk.test";

    private final ConfigurableApplicationContext context;

    private TestServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestServer start() {
        return start(TestCluster.scratch(), Clock.systemUTC());
    }

    /// @param clock read by everything in the server that asks for the time
    public static TestServer start(DatabaseUrls urls, Clock clock) {
        SpringApplication application = PatchbayApplication.application(settings(urls));
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>)
                context -> context.registerBean(Clock.class, () -> clock));
        return new TestServer(application.run());
    }

    private static Settings settings(DatabaseUrls urls) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATCHBAY_DATA_DIR", dataDir().toString());
        environment.put("PATCHBAY_DESK_PORT", "0");
        environment.put("PATCHBAY_MANAGEMENT_PORT", "0");
        environment.put("PATCHBAY_DATABASE_URL", urls.server());
        environment.put("PATCHBAY_SIGN_UP", "open");
        environment.put("PATCHBAY_SIMULATOR_URL", "none");
        environment.put("PATCHBAY_DESK_ORIGINS", ORIGIN);
        return Settings.from(environment);
    }

    private static Path dataDir() {
        try {
            return Files.createTempDirectory("patchbay-test-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Where it answers: `http://localhost:<port>`.
    public URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    /// Shuts it down as an operator's SIGTERM does.
    @Override
    public void close() {
        context.close();
    }
}
