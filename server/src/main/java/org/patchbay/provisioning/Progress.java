package org.patchbay.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.StoredProblem;
import org.patchbay.provisioning.Run.Leftover;

/// How far a run has come: kept in the database and shown to the desks, at most a few times a second, since
/// thousands of numbers would be thousands of events. Steps of several threads may report at once.
final class Progress {

    static final Duration BETWEEN = Duration.ofMillis(250);

    /// Where a run is kept and shown.
    interface Board {
        /// @return whether somebody wants it to stop
        boolean show(Run run);
    }

    private final Board board;
    private final Clock clock;
    private final StepName step;
    private Run run;
    private boolean stopWanted;
    private @Nullable Instant shownAt;

    Progress(Board board, Clock clock, StepName step, Run run) {
        this.board = board;
        this.clock = clock;
        this.step = step;
        this.run = run;
    }

    synchronized Run run() {
        return run;
    }

    synchronized boolean stopWanted() {
        return stopWanted;
    }

    void begun() {
        now(current -> current.begun(clock.instant()));
    }

    void ended() {
        now(current -> current.ended(clock.instant()));
    }

    void failed(StoredProblem problem) {
        now(current -> current.failed(clock.instant(), problem));
    }

    /// It will be tried again in a moment.
    void held(StoredProblem problem) {
        now(current -> current.held(problem));
    }

    /// @param outcome as in [Step#outcome()]
    void told(String outcome, @Nullable String sid) {
        now(current -> current.told(outcome, sid));
    }

    void outOf(int numbers) {
        now(current -> current.outOf(numbers));
    }

    void at(String phoneNumber) {
        soon(current -> current.at(phoneNumber));
    }

    void counted(Step.Count what) {
        soon(current -> current.counted(what));
    }

    synchronized void left(Leftover leftover) {
        if (!run.leftovers().contains(leftover)) {
            List<Leftover> all = new ArrayList<>(run.leftovers());
            all.add(leftover);
            run = run.with(all);
        }
    }

    private synchronized void now(UnaryOperator<Step> change) {
        run = run.with(step, change);
        show();
    }

    private synchronized void soon(UnaryOperator<Step> change) {
        run = run.with(step, change);
        Instant last = shownAt;
        if (last == null || Duration.between(last, clock.instant()).compareTo(BETWEEN) >= 0) {
            show();
        }
    }

    private void show() {
        shownAt = clock.instant();
        stopWanted = board.show(run);
    }
}
