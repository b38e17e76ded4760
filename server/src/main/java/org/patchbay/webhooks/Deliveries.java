package org.patchbay.webhooks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What came to the bound workspace in the last seven days, up to about a second ago.
@Component
public class Deliveries {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param phoneNumber ours; null where the delivery was for none
    public record Accepted(String kind, @Nullable String phoneNumber, long count, Instant lastAt) {}

    /// @param path without the workspace's id
    /// @param deliveredTo the address that the last one was signed for, of `wrong-url`
    /// @param accountSid what the last one said that said one
    public record Rejected(
            String reason,
            String path,
            long count,
            Instant firstAt,
            Instant lastAt,
            @Nullable String deliveredTo,
            @Nullable String accountSid) {}

    /// Each with the latest first.
    public record Week(List<Accepted> accepted, List<Rejected> rejected) {}

    public Week week() {
        Timestamp since = Timestamp.from(clock.instant().minus(LedgerUpkeep.KEPT));
        return transactions.read(() -> new Week(accepted(since), rejected(since)));
    }

    private List<Accepted> accepted(Timestamp since) {
        return jdbc.sql("""
                select kind, phone_number, sum(count) as count, max(last_at) as last_at
                from webhook_deliveries
                where verdict = 'accepted' and hour >= :since
                group by kind, phone_number
                order by max(last_at) desc, kind, phone_number""")
                .param("since", since)
                .query((row, number) -> new Accepted(
                        row.getString("kind"),
                        row.getString("phone_number").isEmpty() ? null : row.getString("phone_number"),
                        row.getLong("count"),
                        row.getTimestamp("last_at").toInstant()))
                .list();
    }

    private List<Rejected> rejected(Timestamp since) {
        return jdbc.sql("""
                select verdict, kind, sum(count) as count, min(first_at) as first_at, max(last_at) as last_at,
                  (array_agg(delivered_to order by last_at desc) filter (where delivered_to is not null))[1]
                    as delivered_to,
                  (array_agg(account_sid order by last_at desc) filter (where account_sid is not null))[1]
                    as account_sid
                from webhook_deliveries
                where verdict <> 'accepted' and hour >= :since
                group by verdict, kind
                order by max(last_at) desc, verdict, kind""")
                .param("since", since)
                .query((row, number) -> new Rejected(
                        row.getString("verdict"),
                        row.getString("kind"),
                        row.getLong("count"),
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        row.getString("delivered_to"),
                        row.getString("account_sid")))
                .list();
    }
}
