package org.patchbay.simulator.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// Which faults an account meets, and how often. Immutable; each method answers a changed plan.
///
/// ```java
/// FaultPlan.seeded(7).with(FaultKind.CALLBACK_DROP, 0.1).with(FaultKind.REST_ERROR_AFTER, 0.05)
/// ```
///
/// @param seed the same seed strikes the same requests and callbacks, counted from the moment that the
///     plan is set
/// @param chances from 0, never, to 1, always; an absent kind never strikes
/// @param delay the longest delay of a callback
/// @param slowness what a slow or silent REST request waits
public record FaultPlan(long seed, Map<FaultKind, Double> chances, Duration delay, Duration slowness) {

    public static final FaultPlan NONE = new FaultPlan(0, Map.of(), Duration.ofSeconds(5), Duration.ofSeconds(10));

    /// @throws IllegalArgumentException for a chance out of 0 to 1, or a time that is not positive
    public FaultPlan {
        chances = Map.copyOf(chances);
        chances.forEach((kind, chance) -> {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException(kind.wire() + ": a chance is from 0 to 1, not " + chance);
            }
        });
        if (!delay.isPositive() || !slowness.isPositive()) {
            throw new IllegalArgumentException("delay and slowness must be longer than nothing");
        }
    }

    /// No faults yet.
    public static FaultPlan seeded(long seed) {
        return new FaultPlan(seed, NONE.chances, NONE.delay, NONE.slowness);
    }

    public FaultPlan with(FaultKind kind, double chance) {
        var more = new EnumMap<FaultKind, Double>(FaultKind.class);
        more.putAll(chances);
        more.put(kind, chance);
        return new FaultPlan(seed, more, delay, slowness);
    }

    public FaultPlan delay(Duration longest) {
        return new FaultPlan(seed, chances, longest, slowness);
    }

    public FaultPlan slowness(Duration wait) {
        return new FaultPlan(seed, chances, delay, wait);
    }

    double chance(FaultKind kind) {
        return chances.getOrDefault(kind, 0.0);
    }
}
