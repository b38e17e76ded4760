package org.patchbay.simulator.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A kind of fault; how often it strikes is part of a [FaultPlan].
public enum FaultKind {
    /// A status callback comes twice, the second time after the plan's delay.
    CALLBACK_DUPLICATE,
    /// A status callback is held back, so that later ones overtake it.
    CALLBACK_REORDER,
    /// A status callback comes late, by up to the plan's delay.
    CALLBACK_DELAY,
    /// A status callback never comes.
    CALLBACK_DROP,
    /// 429/20429, not executed.
    REST_TOO_MANY,
    /// 500/20500, not executed.
    REST_ERROR_BEFORE,
    /// 500/20500 although it was executed: to repeat it does it twice.
    REST_ERROR_AFTER,
    /// Executed, but answered after the plan's slowness only.
    REST_SLOW,
    /// The connection is closed without an answer, not executed.
    REST_RESET,
    /// Nothing is said for the plan's slowness, then the connection is closed; not executed.
    REST_SILENT;

    /// As the HTTP interface writes it, e.g. `rest-error-after`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FaultKind> of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
}
