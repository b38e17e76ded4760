package org.patchbay.simulator.browsers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.signal.VoiceGateway;
import org.patchbay.simulator.time.SimulatorClock;

/// Tells the gateway once a second that time passes.
public final class Ticker implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final VoiceGateway gateway;
    private final SimulatorClock clock;
    private SimulatorClock.@Nullable Timer next;
    private boolean closed;

    public Ticker(VoiceGateway gateway, SimulatorClock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    public synchronized void start() {
        if (!closed) {
            next = clock.after(PERIOD, this::tick);
        }
    }

    private void tick() {
        try {
            gateway.tick();
        } finally {
            start();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
