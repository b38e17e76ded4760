package org.patchbay.realtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// What the sockets of this node do, in numbers.
@Component
class DeskMeters {

    private final AtomicInteger open = new AtomicInteger();
    private final Counter sent;
    private final Counter dropped;

    DeskMeters(MeterRegistry meters) {
        Gauge.builder("patchbay.realtime.sockets", open, AtomicInteger::get)
                .description("Open sockets of desks on this node")
                .register(meters);
        this.sent = Counter.builder("patchbay.realtime.frames")
                .description("Frames given to sockets, skips and heartbeats included")
                .register(meters);
        this.dropped = Counter.builder("patchbay.realtime.dropped")
                .description("Desks that were too slow or silent and had to reconnect")
                .register(meters);
    }

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    void sent() {
        sent.increment();
    }

    void dropped() {
        dropped.increment();
    }
}
