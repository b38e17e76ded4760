package org.patchbay.realtime;

import java.util.UUID;
import org.patchbay.TestServer;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;

/// Writes events as a feature would, in a transaction of its own each.
record Says(TestServer server, UUID workspaceId) {

    void event(String type, Audience audience, Object data) {
        Tenancy.asWorkspace(workspaceId, () -> {
            server.get(Transactions.class).write(() -> server.get(Outbox.class).append(type, audience, data));
            return type;
        });
    }
}
