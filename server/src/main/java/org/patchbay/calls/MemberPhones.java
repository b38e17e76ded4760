package org.patchbay.calls;

import java.util.Optional;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The bound workspace's members' own phones, for whoever works without a headset.
@Component
public class MemberPhones {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    MemberPhones(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// @return E.164; empty where the member named none
    public Optional<String> of(UUID memberId) {
        return transactions.read(() -> jdbc.sql("""
                select phone_number from member_phones where workspace_id = :workspace and member_id = :member""")
                .param("workspace", Tenancy.workspaceId())
                .param("member", memberId)
                .query(String.class)
                .optional());
    }

    /// @param phoneNumber E.164; empty takes it away
    public void set(UUID memberId, String phoneNumber) {
        transactions.write(() -> {
            if (phoneNumber.isEmpty()) {
                jdbc.sql("delete from member_phones where workspace_id = :workspace and member_id = :member")
                        .param("workspace", Tenancy.workspaceId())
                        .param("member", memberId)
                        .update();
            } else {
                jdbc.sql("""
                        insert into member_phones (workspace_id, member_id, phone_number)
                        values (:workspace, :member, :phone)
                        on conflict (workspace_id, member_id) do update set
                          phone_number = excluded.phone_number, updated_at = now()""")
                        .param("workspace", Tenancy.workspaceId())
                        .param("member", memberId)
                        .param("phone", phoneNumber)
                        .update();
            }
        });
    }
}
