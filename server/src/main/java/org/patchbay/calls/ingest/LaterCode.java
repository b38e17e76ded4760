package org.patchbay.calls.ingest;

import java.util.UUID;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallEvent.AgentDue;
import org.patchbay.calls.machine.CallEvent.LegDue;
import org.patchbay.calls.machine.CallEvent.RingingOver;
import org.patchbay.calls.machine.CallEvent.WrapUpOver;

/// The events that a call is told by the schedule, as short texts: `ringing-over`, `agent-due:3`,
/// `leg-due:<leg>`.
final class LaterCode {

    private static final String RINGING_OVER = "ringing-over";
    private static final String AGENT_DUE = "agent-due:";
    private static final String LEG_DUE = "leg-due:";
    private static final String WRAP_UP_OVER = "wrap-up-over";

    private LaterCode() {}

    /// @throws IllegalArgumentException for an event that nobody schedules
    static String of(CallEvent event) {
        return switch (event) {
            case RingingOver over -> RINGING_OVER;
            case AgentDue(int epoch) -> AGENT_DUE + epoch;
            case LegDue(UUID legId) -> LEG_DUE + legId;
            case WrapUpOver over -> WRAP_UP_OVER;
            default ->
                throw new IllegalArgumentException(event.getClass().getSimpleName() + " does not happen by the clock");
        };
    }

    /// @throws IllegalArgumentException for a text that [#of] does not make
    static CallEvent read(String code) {
        if (code.equals(RINGING_OVER)) {
            return new RingingOver();
        }
        if (code.equals(WRAP_UP_OVER)) {
            return new WrapUpOver();
        }
        if (code.startsWith(AGENT_DUE)) {
            return new AgentDue(Integer.parseInt(code.substring(AGENT_DUE.length())));
        }
        if (code.startsWith(LEG_DUE)) {
            return new LegDue(UUID.fromString(code.substring(LEG_DUE.length())));
        }
        throw new IllegalArgumentException("no event of the schedule is called that");
    }
}
