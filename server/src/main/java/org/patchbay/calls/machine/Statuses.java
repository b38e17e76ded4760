package org.patchbay.calls.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Call.Ending;

/// What a call is called, as it follows from the call and its legs.
final class Statuses {

    private Statuses() {}

    static CallStatus of(Call call, List<Leg> legs) {
        return switch (call.stage()) {
            case AWAITING_AGENT -> CallStatus.QUEUED;
            case DIALING -> customerRings(legs) ? CallStatus.RINGING : CallStatus.QUEUED;
            case OFFERED, CLAIMED, UNANSWERED, FORWARDED -> CallStatus.RINGING;
            case TALKING -> CallStatus.IN_PROGRESS;
            case ENDED -> isBeingEnded(legs) ? call.status() : ended(call.ending());
        };
    }

    /// Whether the customer may still be on the line although we have decided otherwise. Twilio carries that out, and
    /// is not always to be reached: until then nobody is told that it is so.
    private static boolean isBeingEnded(List<Leg> legs) {
        return legs.stream().anyMatch(leg -> leg.kind() == LegKind.CUSTOMER && leg.isBeingEnded());
    }

    private static CallStatus ended(@Nullable Ending ending) {
        return ending == null ? CallStatus.FAILED : of(ending);
    }

    private static boolean customerRings(List<Leg> legs) {
        return legs.stream()
                .anyMatch(leg -> leg.kind() == LegKind.CUSTOMER && LegStatus.INITIATED.mayBecome(leg.status()));
    }

    private static CallStatus of(Ending ending) {
        return switch (ending.outcome()) {
            case ANSWERED, VOICEMAIL -> CallStatus.COMPLETED;
            case ABANDONED -> CallStatus.CANCELED;
            case MISSED -> ending.reason() == EndReason.LINE_BUSY ? CallStatus.BUSY : CallStatus.NO_ANSWER;
            case FAILED -> CallStatus.FAILED;
        };
    }
}
