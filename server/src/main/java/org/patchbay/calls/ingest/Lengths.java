package org.patchbay.calls.ingest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.Direction;

/// How long a call has taken, in whole seconds, once it is known.
final class Lengths {

    private Lengths() {}

    /// From the answer to the end; null before the end, and for a call that nobody answered.
    static @Nullable Integer talked(Call call) {
        return between(call.times().answered(), call.times().ended());
    }

    /// How long a caller has waited for the answer, or until they waited no more; null for calls of our own.
    static @Nullable Integer waited(Call call) {
        if (call.direction() == Direction.OUTBOUND) {
            return null;
        }
        Instant answered = call.times().answered();
        return between(call.times().created(), answered == null ? call.times().ended() : answered);
    }

    /// Until when the member who spoke writes the call up; null where they need not.
    static @Nullable Instant writtenUp(Call call) {
        Instant ended = call.times().ended();
        return ended != null && call.isWrittenUp() ? ended.plus(call.terms().wrapUp()) : null;
    }

    private static @Nullable Integer between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? null
                : Math.toIntExact(Math.max(0, Duration.between(from, to).toSeconds()));
    }
}
