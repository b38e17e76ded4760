package org.patchbay.calls.machine;

import java.time.Duration;
import org.patchbay.calls.machine.CallEvent.AgentCame;

/// A member's browser goes away in the middle of a call: its page is loaded again, or its line broke. It may come
/// back. Whoever means to end a call says so to us, and whoever speaks by phone hangs up.
final class Returns {

    /// So long the customer waits for a browser that was there.
    static final Duration GRACE = Duration.ofSeconds(10);

    private Returns() {}

    static void left(Draft draft, Leg leg) {
        if (!leg.isBrowser()) {
            draft.end(Outcome.ANSWERED, EndReason.AGENT_LEFT);
            return;
        }
        Lease.begin(draft, GRACE);
    }

    /// A second browser of the member's takes the place of the first: the news that the first is gone may be on
    /// its way. One that comes back by itself takes its own former place only: else two machines of one member
    /// would take the call from each other.
    static boolean mayComeBack(Draft draft, AgentCame came) {
        boolean own =
                draft.agents().filter(Leg::inRoom).allMatch(leg -> came.before().contains(leg.sid()));
        return draft.stage() == Stage.TALKING
                && draft.phone().isEmpty()
                && (came.before().isEmpty() || own);
    }

    static void due(Draft draft) {
        if (draft.phone().isPresent() || draft.agents().anyMatch(Leg::inRoom)) {
            return;
        }
        if (!Lease.isOver(draft)) {
            Lease.await(draft);
        } else if (draft.agents().anyMatch(leg -> leg.mayBeAlive() && !leg.wasInRoom())) {
            draft.act(new Act.AskRoom(draft.call().claim().epoch()));
            Lease.askAgainAt(draft, draft.now().plus(Claims.TO_ENTER));
        } else {
            draft.end(Outcome.ANSWERED, EndReason.AGENT_GONE);
        }
    }

    /// Twilio has said who is in the conference.
    static void isNotThere(Draft draft) {
        boolean nobody = draft.phone().isEmpty() && draft.agents().noneMatch(Leg::inRoom);
        if (nobody && Lease.isOver(draft)) {
            draft.end(Outcome.ANSWERED, EndReason.AGENT_GONE);
        }
    }
}
