package org.patchbay.realtime;

import java.util.UUID;
import org.patchbay.TestServer;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks into the table of sockets.
record DeskSockets(TestServer server) {

    long of(UUID workspaceId, UUID memberId) {
        return Tenancy.asWorkspace(
                workspaceId,
                () -> server.get(Transactions.class)
                        .read(() -> server.get(JdbcClient.class)
                                .sql("select count(*) from desk_sockets where member_id = :member")
                                .param("member", memberId)
                                .query(Long.class)
                                .single()));
    }
}
