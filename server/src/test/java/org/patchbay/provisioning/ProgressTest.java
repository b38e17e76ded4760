package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.StoredProblem;
import org.patchbay.testing.SettableClock;

class ProgressTest {

    private final SettableClock clock = new SettableClock();
    private final List<Run> shown = new ArrayList<>();
    private final Progress progress = new Progress(this::show, clock, StepName.NUMBERS, run());
    private boolean stopping;

    private boolean show(Run run) {
        shown.add(run);
        return stopping;
    }

    @Test
    void thousandsOfNumbersAreNotThousandsOfEvents() {
        progress.begun();
        progress.outOf(3_000);
        for (int i = 0; i < 3_000; i++) {
            progress.counted(Step.Count.DONE);
        }
        assertThat(shown).hasSizeLessThan(100);

        clock.advance(Progress.BETWEEN);
        progress.counted(Step.Count.FAILED);
        progress.ended();

        Step last = step();
        assertThat(last.done()).isEqualTo(3_000);
        assertThat(last.failed()).isEqualTo(1);
        assertThat(last.state()).isEqualTo(StepState.DONE);
    }

    @Test
    void whatSomebodyWantsToStopIsHeardOfWithTheNextReport() {
        progress.begun();
        assertThat(progress.stopWanted()).isFalse();
        stopping = true;
        progress.outOf(5);
        assertThat(progress.stopWanted()).isTrue();
    }

    @Test
    void aStepThatIsBegunAnewCountsAnew() {
        progress.begun();
        progress.counted(Step.Count.DONE);
        Instant started = step().startedAt();
        progress.held(new StoredProblem("urn:patchbay:problem:twilio-unavailable", "t", "d", null));
        progress.begun();

        assertThat(step().done()).isZero();
        assertThat(step().problem()).isNull();
        assertThat(step().startedAt()).isEqualTo(started);
    }

    @Test
    void whatCanNotBeUndoneIsListedOnce() {
        progress.left(new Run.Leftover("number", "+14155550100"));
        progress.left(new Run.Leftover("number", "+14155550100"));

        assertThat(progress.run().leftovers()).hasSize(1);
    }

    private Step step() {
        return progress.run().steps().stream()
                .filter(step -> step.name() == StepName.NUMBERS)
                .findFirst()
                .orElseThrow();
    }

    private static Run run() {
        return new Run(
                UUID.randomUUID(),
                RunKind.CONFIGURE,
                RunState.RUNNING,
                "Ada",
                Instant.EPOCH,
                null,
                null,
                null,
                Run.stepsOf(RunKind.CONFIGURE),
                List.of());
    }
}
