package org.patchbay.numbers;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problems;
import org.patchbay.workspaces.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The number that a member calls from: what they chose; else the first that is assigned to them; else the
/// first of the workspace that is nobody's in particular. One truth for dialer, caller id and webhooks.
@Component
public class CallerIds {

    /// @param numberId null where the workspace has no number that the member may use
    /// @param chosen whether somebody chose it
    public record CallerId(
            @Nullable UUID numberId, @Nullable String phoneNumber, boolean chosen) {}

    /// Numbers that the member may use, best first.
    private static final String USABLE = """
            select number.id, number.phone_number, chosen.number_id is not null as chosen
            from twilio_numbers number
            left join agent_phone mine on mine.workspace_id = number.workspace_id
              and mine.number_id = number.id and mine.member_id = :member
            left join caller_ids chosen on chosen.workspace_id = number.workspace_id
              and chosen.number_id = number.id and chosen.member_id = :member
            where number.workspace_id = :workspace and number.status = 'active' and number.can_voice
              and (mine.member_id is not null or not exists (
                select from agent_phone anybody
                where anybody.workspace_id = number.workspace_id and anybody.number_id = number.id))
            """;

    private final JdbcClient jdbc;
    private final Members members;
    private final Transactions transactions;

    CallerIds(JdbcClient jdbc, Members members, Transactions transactions) {
        this.jdbc = jdbc;
        this.members = members;
        this.transactions = transactions;
    }

    /// @throws org.patchbay.kernel.Problem 404 if there is no such member here
    public CallerId of(UUID memberId) {
        return transactions.read(() -> {
            members.get(memberId);
            return current(memberId);
        });
    }

    /// @param numberId null goes back to the first of theirs
    public CallerId choose(UUID memberId, @Nullable UUID numberId) {
        return transactions.write(() -> {
            members.get(memberId);
            if (numberId != null && usable(memberId, numberId).isEmpty()) {
                throw Problems.invalid("numberId", "must be a number that this member may call from");
            }
            keep(memberId, numberId);
            return current(memberId);
        });
    }

    private void keep(UUID memberId, @Nullable UUID numberId) {
        String sql = numberId == null
                ? "delete from caller_ids where workspace_id = :workspace and member_id = :member"
                : """
                        insert into caller_ids (workspace_id, member_id, number_id)
                        values (:workspace, :member, :number)
                        on conflict (workspace_id, member_id) do update set number_id = excluded.number_id""";
        jdbc.sql(sql)
                .param("workspace", Tenancy.workspaceId())
                .param("member", memberId)
                .param("number", numberId)
                .update();
    }

    private CallerId current(UUID memberId) {
        return jdbc.sql(USABLE
                        + " order by chosen.number_id is null, mine.member_id is null, number.phone_number limit 1")
                .param("workspace", Tenancy.workspaceId())
                .param("member", memberId)
                .query((row, index) -> new CallerId(
                        row.getObject("id", UUID.class), row.getString("phone_number"), row.getBoolean("chosen")))
                .optional()
                .orElse(new CallerId(null, null, false));
    }

    /// @param phoneNumber E.164
    /// @return the number's id, if the member may call from it
    public Optional<UUID> usable(UUID memberId, String phoneNumber) {
        return transactions.read(() -> jdbc.sql(USABLE + " and number.phone_number = :phone")
                .param("workspace", Tenancy.workspaceId())
                .param("member", memberId)
                .param("phone", phoneNumber)
                .query((row, index) -> row.getObject("id", UUID.class))
                .optional());
    }

    private Optional<UUID> usable(UUID memberId, UUID numberId) {
        return jdbc.sql(USABLE + " and number.id = :number")
                .param("workspace", Tenancy.workspaceId())
                .param("member", memberId)
                .param("number", numberId)
                .query((row, index) -> row.getObject("id", UUID.class))
                .optional();
    }
}
