package org.patchbay.calls.acting;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.twilio.AccountCalls;
import org.patchbay.twilio.CallSeen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What calls cost: the sum of their legs. Twilio knows it minutes or hours after the end, or never; it is
/// asked seven times within three days.
@Component
class Prices {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final TwilioLines twilio;
    private final Clock clock;

    Prices(JdbcClient jdbc, Transactions transactions, TwilioLines twilio, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.twilio = twilio;
        this.clock = clock;
    }

    private record Price(BigDecimal amount, String unit) {}

    /// Of all workspaces with calls whose time has come.
    List<UUID> workspaces() {
        return Tenancy.globally(() ->
                transactions.read(() -> jdbc.sql("select lookup_workspaces_with_calls_to_price(:now)")
                        .param("now", Timestamp.from(clock.instant()))
                        .query(UUID.class)
                        .list()));
    }

    /// Of the bound workspace's calls, those whose time has come.
    void look() {
        AccountCalls calls = twilio.calls();
        for (UUID callId : due()) {
            note(callId, price(calls, legs(callId)));
        }
    }

    private List<UUID> due() {
        return transactions.read(() -> jdbc.sql("""
                select id from calls
                where workspace_id = :workspace and price is null and price_checks < 7 and ended_at is not null
                  and price_check_due(ended_at, price_checks) <= :now
                order by id limit :most""")
                .param("workspace", Tenancy.workspaceId())
                .param("now", Timestamp.from(clock.instant()))
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list());
    }

    private List<String> legs(UUID callId) {
        return transactions.read(() -> jdbc.sql("""
                select twilio_call_sid from call_legs
                where workspace_id = :workspace and call_id = :call and twilio_call_sid is not null order by id""")
                .param("workspace", Tenancy.workspaceId())
                .param("call", callId)
                .query(String.class)
                .list());
    }

    /// @return empty while Twilio does not know it of every leg that was spoken on
    private static Optional<Price> price(AccountCalls calls, List<String> legs) {
        List<CallSeen> seen =
                legs.stream().map(calls::find).flatMap(Optional::stream).toList();
        boolean known = !seen.isEmpty()
                && seen.stream().allMatch(leg -> leg.price() != null || !"completed".equals(leg.status()));
        Optional<String> unit =
                seen.stream().map(CallSeen::priceUnit).filter(Objects::nonNull).findFirst();
        BigDecimal sum = seen.stream()
                .map(CallSeen::price)
                .filter(Objects::nonNull)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return unit.filter(currency -> known).map(currency -> new Price(sum, currency));
    }

    private void note(UUID callId, Optional<Price> price) {
        transactions.write(() -> jdbc.sql("""
                update calls
                set price_checks = price_checks + 1, price = :price, price_unit = :unit, updated_at = now()
                where workspace_id = :workspace and id = :call and price is null""")
                .param("workspace", Tenancy.workspaceId())
                .param("call", callId)
                .param("price", price.map(Price::amount).orElse(null))
                .param("unit", price.map(Price::unit).orElse(null))
                .update());
    }
}
