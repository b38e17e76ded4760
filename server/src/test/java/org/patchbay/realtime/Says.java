package org.patchbay.realtime;

import java.util.UUID;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.testing.RunningServer;

/// Writes events as a feature would, in a transaction of its own each.
record Says(RunningServer server, UUID workspaceId) {

    void event(String type, Audience audience, Object data) {
        Tenancy.asWorkspace(workspaceId, () -> {
            server.bean(Transactions.class)
                    .write(() -> server.bean(Outbox.class).append(type, audience, data));
            return type;
        });
    }
}
