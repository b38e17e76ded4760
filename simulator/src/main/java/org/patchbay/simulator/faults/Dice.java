package org.patchbay.simulator.faults;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Decides for one account what strikes. The n-th callback and the n-th REST request each have their
/// own random numbers, one per kind of fault, so that a run repeats even when callbacks and requests
/// interleave otherwise, and adding one kind of fault does not move the others.
final class Dice {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final FaultPlan plan;
    private final AtomicLong callbacks = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();

    Dice(FaultPlan plan) {
        this.plan = plan;
    }

    FaultPlan plan() {
        return plan;
    }

    Throw nextCallback() {
        return new Throw(callbacks.getAndIncrement());
    }

    Throw nextRequest() {
        return new Throw(requests.getAndIncrement());
    }

    /// The random numbers of one callback or request.
    final class Throw {
        private final long number;

        private Throw(long number) {
            this.number = number;
        }

        boolean strikes(FaultKind kind) {
            return random(kind).nextDouble() < plan.chance(kind);
        }

        /// More than nothing, at most the plan's delay.
        Duration delay(FaultKind kind) {
            var random = random(kind);
            random.nextDouble();
            long nanos = random.nextLong(1 + plan.delay().toNanos());
            return nanos < MOMENT.toNanos() ? MOMENT : Duration.ofNanos(nanos);
        }

        private SplittableRandom random(FaultKind kind) {
            // SplittableRandom mixes its seed well; distinct inputs are all that is needed.
            return new SplittableRandom(plan.seed() * 0x9E3779B97F4A7C15L + number * 31 + kind.ordinal());
        }
    }
}
