package org.patchbay.calls.ingest;

import java.util.UUID;
import org.patchbay.calls.machine.CallState;

/// A call, as a row is found: an id alone might be another workspace's.
record CallKey(UUID workspaceId, UUID callId) {

    static CallKey of(CallState state) {
        return new CallKey(state.call().workspaceId(), state.call().id());
    }
}
