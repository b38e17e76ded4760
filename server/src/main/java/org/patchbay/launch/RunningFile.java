package org.patchbay.launch;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.patchbay.kernel.settings.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells a launcher that we are ready, and where: `run/server.json` in the data directory, as long as we
/// run. Nothing is written where nobody launched us with [ParentWatch#OPTION].
@Component
class RunningFile {

    /// @param desk where the desk is opened
    /// @param management where health and metrics are
    record Running(long pid, String desk, String management, Instant since) {}

    private final Settings settings;
    private final ApplicationArguments arguments;
    private final Environment environment;
    private final JsonMapper json;
    private final Clock clock;
    private final PrivateFile file;

    RunningFile(
            Settings settings, ApplicationArguments arguments, Environment environment, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.arguments = arguments;
        this.environment = environment;
        this.json = json;
        this.clock = clock;
        this.file = new PrivateFile(settings.dataDir().resolve("run").resolve("server.json"));
    }

    /// Last of all: whoever reads it counts on everything else being ready.
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready() throws IOException {
        if (launched()) {
            Running running = new Running(
                    ProcessHandle.current().pid(),
                    settings.linkBase(port("local.server.port")).toString(),
                    "http://localhost:" + port("local.management.port"),
                    clock.instant());
            file.write(json.writeValueAsString(running) + "\n");
        }
    }

    @PreDestroy
    void gone() throws IOException {
        if (launched()) {
            file.delete();
        }
    }

    private boolean launched() {
        return arguments.containsOption(ParentWatch.OPTION.substring("--".length()));
    }

    private int port(String property) {
        return environment.getRequiredProperty(property, Integer.class);
    }
}
