package org.patchbay.calls.ingest;

import java.util.UUID;
import org.patchbay.calls.machine.Act;

/// Does at Twilio what was decided. Called outside a transaction, bound to the workspace, possibly more than once
/// for one decision, on any node.
public interface Acting {

    /// @throws RuntimeException to be called again later
    void act(UUID workspaceId, UUID callId, Act act);
}
