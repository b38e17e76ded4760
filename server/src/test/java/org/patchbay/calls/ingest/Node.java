package org.patchbay.calls.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.IngestPool;
import org.patchbay.database.OutboxBatch;
import org.patchbay.database.jobs.JobBatch;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.testing.DatabasePart;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.json.JsonMapper;

/// An ingest as a server has it, over the office's database; two of them are two nodes.
final class Node implements AutoCloseable {

    private final DatabasePart part;
    private final Ingest ingest;

    private Node(DatabasePart part, Clock clock) {
        this.part = part;
        this.ingest = new Ingest(
                part.get(IngestPool.class),
                part.get(OutboxBatch.class),
                part.get(JobBatch.class),
                part.get(JsonMapper.class),
                clock,
                part.get(MeterRegistry.class));
    }

    static Node start(Office office, Clock clock) {
        Node node = new Node(DatabasePart.start(office.urls(), clock, List.of()), clock);
        node.ingest.start();
        return node;
    }

    /// With what a server does about calls by its schedule.
    static Node startWithJobs(Office office, Clock clock, Acting acting) {
        CallJobs jobs = new CallJobs();
        AtomicReference<@Nullable Ingest> ingest = new AtomicReference<>();
        List<OneTimeJob<?>> all = List.of(
                jobs.laterJob(providing(() -> Objects.requireNonNull(ingest.get())), clock),
                jobs.actJob(providing(() -> acting)));
        Node node = new Node(DatabasePart.start(office.urls(), clock, all), clock);
        ingest.set(node.ingest);
        node.ingest.start();
        return node;
    }

    private static <T> ObjectProvider<T> providing(Supplier<T> bean) {
        return new ObjectProvider<>() {
            @Override
            public T getObject() {
                return bean.get();
            }
        };
    }

    Ingest ingest() {
        return ingest;
    }

    MeterRegistry meters() {
        return part.get(MeterRegistry.class);
    }

    /// Writes what it is given when it is told to: for rounds of a known make.
    Flusher flusher(Clock clock) {
        return new Flusher(
                part.get(IngestPool.class),
                part.get(OutboxBatch.class),
                part.get(JobBatch.class),
                part.get(JsonMapper.class),
                clock,
                IngestMeters.in(part.get(MeterRegistry.class), () -> 0),
                workspace -> {});
    }

    @Override
    public void close() {
        ingest.stop();
        part.close();
    }
}
