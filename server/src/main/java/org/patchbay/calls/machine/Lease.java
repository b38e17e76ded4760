package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.patchbay.calls.machine.CallEvent.AgentDue;

/// How long the member who has a call has it without being there: after they took it, and after their browser left.
/// The claim says until when, and a timer of its epoch comes back to it.
final class Lease {

    private Lease() {}

    /// From now on.
    static void begin(Draft draft, Duration time) {
        Instant until = draft.now().plus(time);
        draft.call(call -> call.claimed(call.claim().until(until)));
        await(draft);
    }

    static boolean isOver(Draft draft) {
        return !draft.now().isBefore(until(draft));
    }

    /// A timer that came before the end comes back at the end.
    static void await(Draft draft) {
        askAgainAt(draft, until(draft));
    }

    static void askAgainAt(Draft draft, Instant at) {
        draft.act(new Act.Later(new AgentDue(draft.call().claim().epoch()), at));
    }

    private static Instant until(Draft draft) {
        return Objects.requireNonNullElse(draft.call().claim().leaseUntil(), draft.now());
    }
}
