package org.patchbay.benchmarks.desk;

import java.sql.SQLException;
import java.util.UUID;
import org.patchbay.benchmarks.calls.Account;
import org.patchbay.benchmarks.calls.Agent;
import org.patchbay.benchmarks.calls.Stock;
import org.patchbay.kernel.Ids;

/// Calls of the last weeks, laid out as if they had been.
final class History {

    private static final String DAYS = "25 days";

    private History() {}

    /// @param count how many, evenly over the days
    static void layOut(Stock stock, UUID workspaceId, Agent agent, int count) throws SQLException {
        stock.execute("select ensure_partitions(now() - interval '" + DAYS + "')");
        stock.execute("""
                insert into calls
                  (workspace_id, id, direction, via, from_number, to_number, number_id, caller_name, stage, status,
                   outcome, end_reason, member_id, member_name, recorded, ring_seconds, unanswered, created_at,
                   offered_at, answered_at, ended_at, duration_seconds, wait_seconds, notes, tags, updated_at)
                select '%1$s',
                       (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0')
                         || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
                       case when inbound then 'inbound' else 'outbound' end,
                       case when inbound then 'number' else 'browser' end,
                       case when inbound then customer else phone_number end,
                       case when inbound then phone_number else customer end,
                       number_id, case when n %% 3 = 0 then 'Customer ' || n %% 997 end,
                       'ended', case when answered then 'completed' else 'no-answer' end,
                       case when answered then 'answered' else 'missed' end,
                       case when answered then 'customer-left' else 'nobody-answered' end,
                       case when answered then '%2$s'::uuid end, case when answered then '%3$s' end,
                       false, 60, 'message', at, at, case when answered then at + interval '8 seconds' end,
                       at + interval '2 minutes', case when answered then 112 end, 8,
                       case when n %% 4 = 0 then 'Asked about the delivery of order ' || n else '' end, '{}', at
                from (select n, now() - interval '%4$s' * n / %5$s as at, n %% 10 < 7 as inbound, n %% 5 > 0 as answered,
                             '+1212' || lpad((5550000 + n %% 9999)::text, 7, '0') as customer,
                             number.id as number_id, number.phone_number
                      from generate_series(1, %5$s) as n,
                           (select id, phone_number from twilio_numbers
                            where workspace_id = '%1$s' order by id limit 1) as number) as call""".formatted(workspaceId, agent.memberId(), agent.name(), DAYS, count));
        stock.execute("analyze calls");
    }

    /// A number beside the account's that rings for one member only.
    static Account numberOf(Stock stock, Account account, Agent agent) throws SQLException {
        Account other = new Account(account.workspaceId(), account.sid(), account.token(), "+15005559999");
        UUID numberId = Ids.next();
        stock.execute("""
                insert into twilio_numbers
                  (workspace_id, id, sid, phone_number, friendly_name, can_voice, can_sms, can_mms, held, no_answer_seconds)
                values ('%1$s', '%2$s', 'PN%3$s', '%4$s', 'Support', true, true, true, true, 600)""".formatted(
                        account.workspaceId(), numberId, numberId.toString().replace("-", ""), other.number()));
        stock.execute("insert into agent_phone (workspace_id, member_id, number_id) values ('%s', '%s', '%s')"
                .formatted(account.workspaceId(), agent.memberId(), numberId));
        return other;
    }
}
