package org.patchbay.demo;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.patchbay.kernel.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Runs the demonstration where `PATCHBAY_DEMO` asks for it.
@Component
class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Settings settings;
    private final DemoWorkspace workspace;
    private final DemoLinks links;
    private final LinkRequests requests;
    private final DemoTwilio twilio;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("demo-links").daemon().factory());

    Demo(Settings settings, DemoWorkspace workspace, DemoLinks links, LinkRequests requests, DemoTwilio twilio) {
        this.settings = settings;
        this.workspace = workspace;
        this.links = links;
        this.requests = requests;
        this.twilio = twilio;
    }

    /// Before the launcher is told that we are ready: it prints the links.
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void begin() throws IOException {
        if (!settings.demo()) {
            return;
        }
        workspace.make();
        links.write();
        long pause = BETWEEN_LOOKS.toMillis();
        looking.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        looking.shutdownNow();
    }

    private void look() {
        attempt("New sign-in links could not be written", requests::answer);
        attempt("The demonstration's phones could not be connected", twilio::connect);
    }

    /// What is thrown on would end the looking.
    private static void attempt(String otherwise, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn(otherwise, failed);
        }
    }
}
