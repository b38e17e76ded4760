package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.machine.Act;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent.Turn;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.SettableClock;

/// What is decided for later is told in its time, and what is decided for Twilio is done there.
class CallJobsTest {

    private final SettableClock clock = new SettableClock();
    private final Queue<Act> done = new ConcurrentLinkedQueue<>();

    @Test
    void aCallThatNobodyTakesIsOverItsRingingWhenItsTimeIsUpAndTheCallerIsSentOn() {
        Office office = Office.open();
        try (Node node = Node.startWithJobs(office, clock, this::act)) {
            UUID workspace = office.workspace();
            office.member(workspace, "available");
            Call call = node.ingest()
                    .tellAndWait(Said.caller(workspace, "CA" + Ids.next()))
                    .after()
                    .orElseThrow()
                    .call();

            clock.advance(Duration.ofSeconds(61));

            Eventually.until("the caller is turned", () -> !done.isEmpty());
            assertThat(done)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Act.TurnLeg.class, turn -> assertThat(turn.turn()).isEqualTo(Turn.UNANSWERED));
            assertThat(office.rows("select stage from calls where id = '" + call.id() + "'"))
                    .containsExactly("unanswered");
            assertThat(office.rows("select source from call_events where event_type = 'timer'"))
                    .containsExactly("timer");
            Eventually.until(
                    "nothing is left to do",
                    () -> office.rows("select 1 from scheduled_tasks where task_name = 'calls.act'")
                            .isEmpty());
        }
    }

    /// The first time it does not work.
    private boolean failedOnce;

    private synchronized void act(UUID workspaceId, UUID callId, Act act) {
        assertThat(Tenancy.workspaceId()).isEqualTo(workspaceId);
        if (!failedOnce) {
            failedOnce = true;
            clock.advance(Duration.ofSeconds(5));
            throw new IllegalStateException("Twilio does not answer");
        }
        done.addAll(List.of(act));
    }
}
