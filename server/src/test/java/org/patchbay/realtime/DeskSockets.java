package org.patchbay.realtime;

import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.testing.RunningServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks into the table of sockets.
record DeskSockets(RunningServer server) {

    long of(UUID workspaceId, UUID memberId) {
        return Tenancy.asWorkspace(
                workspaceId,
                () -> server.bean(Transactions.class)
                        .read(() -> server.bean(JdbcClient.class)
                                .sql("select count(*) from desk_sockets where member_id = :member")
                                .param("member", memberId)
                                .query(Long.class)
                                .single()));
    }
}
