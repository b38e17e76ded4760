package org.patchbay.provisioning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.StoredProblem;

/// One step of a [Run], as far as it has come.
///
/// @param outcome one of made, updated, kept, removed, gone, drift, unreachable; null where there is nothing to say
/// @param sid of the key or app that it is about
/// @param current the number that it is at, E.164
/// @param done how many numbers are as they should be
/// @param failed how many Twilio refused
/// @param asking how many were left alone: they belong to somebody else
/// @param total null where it is not about numbers, or not known yet
/// @param problem why it failed, or why it waits before it tries again
public record Step(
        StepName name,
        StepState state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable String sid,
        @Nullable String current,
        int done,
        int failed,
        int asking,
        @Nullable Integer total,
        @Nullable StoredProblem problem) {

    static Step waiting(StepName name) {
        return new Step(name, StepState.WAITING, null, null, null, null, null, 0, 0, 0, null, null);
    }

    /// Also after a restart: then it begins anew, and counts anew.
    Step begun(Instant at) {
        return new Step(
                name,
                StepState.RUNNING,
                startedAt == null ? at : startedAt,
                null,
                null,
                null,
                null,
                0,
                0,
                0,
                null,
                null);
    }

    Step ended(Instant at) {
        return new Step(name, StepState.DONE, startedAt, at, outcome, sid, null, done, failed, asking, total, null);
    }

    Step failed(Instant at, StoredProblem why) {
        return new Step(name, StepState.FAILED, startedAt, at, outcome, sid, null, done, failed, asking, total, why);
    }

    Step held(StoredProblem why) {
        return new Step(name, state, startedAt, null, outcome, sid, null, done, failed, asking, total, why);
    }

    Step told(String what, @Nullable String about) {
        return new Step(name, state, startedAt, endedAt, what, about, current, done, failed, asking, total, problem);
    }

    Step outOf(int numbers) {
        return new Step(name, state, startedAt, endedAt, outcome, sid, current, done, failed, asking, numbers, problem);
    }

    Step at(String number) {
        return new Step(name, state, startedAt, endedAt, outcome, sid, number, done, failed, asking, total, problem);
    }

    Step counted(Count what) {
        return new Step(
                name,
                state,
                startedAt,
                endedAt,
                outcome,
                sid,
                current,
                done + (what == Count.DONE ? 1 : 0),
                failed + (what == Count.FAILED ? 1 : 0),
                asking + (what == Count.ASKING ? 1 : 0),
                total,
                problem);
    }

    enum Count {
        DONE,
        FAILED,
        ASKING
    }
}
