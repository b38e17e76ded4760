package org.patchbay.calls;

import java.util.List;
import org.patchbay.kernel.ProblemType;

/// What can stand in a call's way; `docs/problems.md` says what to do.
public final class CallProblems {

    public static final ProblemType ALREADY_CLAIMED =
            new ProblemType("already-claimed", 409, "Somebody else took the call");
    public static final ProblemType CALL_OVER = new ProblemType("call-over", 409, "The call is over");
    public static final ProblemType CALL_NOT_OVER = new ProblemType("call-not-over", 409, "The call goes on");
    public static final ProblemType NOT_RECORDED = new ProblemType("not-recorded", 409, "Nothing is being recorded");
    public static final ProblemType NOT_OFFERED = new ProblemType("not-offered", 409, "The call does not ring here");
    public static final ProblemType AGENT_UNREACHABLE =
            new ProblemType("agent-unreachable", 409, "The member can not be rung");
    public static final ProblemType NO_CALLER_ID =
            new ProblemType("no-caller-id", 409, "There is no number to call from");
    public static final ProblemType KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "The same key came with another body");

    private CallProblems() {}

    public static List<ProblemType> all() {
        return List.of(
                ALREADY_CLAIMED,
                CALL_OVER,
                CALL_NOT_OVER,
                NOT_RECORDED,
                NOT_OFFERED,
                AGENT_UNREACHABLE,
                NO_CALLER_ID,
                KEY_REUSED);
    }
}
