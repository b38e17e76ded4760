package org.patchbay.simulator.dial;

import java.util.Collection;
import org.patchbay.simulator.calls.CallStatus;

/// What `<Dial>` tells its action about calls that did not come to a conversation.
final class DialOutcome {

    private DialOutcome() {}

    /// Of several that rang at once the friendliest reason counts: somebody picked up (and went), it
    /// rang, it was busy; `failed` only when nothing else can be said.
    ///
    /// @param ends the final statuses of all calls begun, empty when none could be begun
    static CallStatus of(Collection<CallStatus> ends) {
        for (CallStatus status :
                new CallStatus[] {CallStatus.COMPLETED, CallStatus.NO_ANSWER, CallStatus.BUSY, CallStatus.CANCELED}) {
            if (ends.contains(status)) {
                return status;
            }
        }
        return CallStatus.FAILED;
    }
}
