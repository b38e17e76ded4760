package org.patchbay.calls.ingest;

import java.util.UUID;
import org.patchbay.calls.machine.Act;

/// Does at Twilio what the machine has decided.
public interface Acting {

    /// Called by the schedule, as the workspace, on one node at a time. Should the node die in the middle it is called
    /// again elsewhere, so what must not happen twice looks first whether it has. What comes of it is told to
    /// the [Ingest].
    ///
    /// @param act one of [Act.Ring], [Act.Find], [Act.EndLeg], [Act.TurnLeg], [Act.AskRoom]
    /// @throws RuntimeException to be called again after a pause
    void act(UUID workspaceId, UUID callId, Act act);
}
