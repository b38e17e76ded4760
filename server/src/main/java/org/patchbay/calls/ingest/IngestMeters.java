package org.patchbay.calls.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/// How the ingest is doing.
record IngestMeters(DistributionSummary round, Timer flush, Counter poisoned, Counter unwritten) {

    static IngestMeters in(MeterRegistry meters, Supplier<Number> waiting) {
        Gauge.builder("patchbay.ingest.waiting", waiting)
                .description("Told, and not yet written")
                .register(meters);
        return new IngestMeters(
                DistributionSummary.builder("patchbay.ingest.round")
                        .description("How many were written in one transaction")
                        .publishPercentileHistogram()
                        .register(meters),
                Timer.builder("patchbay.ingest.flush")
                        .description("One transaction, from begin to commit")
                        .publishPercentileHistogram()
                        .register(meters),
                Counter.builder("patchbay.ingest.poisoned")
                        .description("Told, and not to be written")
                        .register(meters),
                Counter.builder("patchbay.ingest.unwritten")
                        .description("Told while the database did not answer")
                        .register(meters));
    }
}
