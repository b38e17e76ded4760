package org.patchbay.numbers;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.access.Permission;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.workspaces.Workspaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the bound workspace's numbers as its Twilio account has them. What is no longer there is marked as
/// released, never lost: calls and texts name it. A number that comes back is the same one again.
@Component
public class NumberSync {

    /// @param total numbers that are there now
    public record Result(int added, int released, int total) {
        boolean changed() {
            return added + released > 0;
        }
    }

    private final JdbcClient jdbc;
    private final NumberStore store;
    private final TwilioConfigs configs;
    private final Transactions transactions;
    private final Workspaces workspaces;
    private final Outbox outbox;
    private final Clock clock;

    NumberSync(
            JdbcClient jdbc,
            NumberStore store,
            TwilioConfigs configs,
            Transactions transactions,
            Workspaces workspaces,
            Outbox outbox,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.configs = configs;
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @param accountSid whose numbers they are
    /// @param numbers all of the account
    /// @throws org.patchbay.kernel.Problem 409 `twilio-not-configured` if the account was cleared meanwhile
    public Result store(String accountSid, List<TwilioNumber> numbers) {
        String fallbackName = workspaces.get().name();
        return transactions.write(() -> {
            configs.require(accountSid);
            Map<String, String> before = active();
            int released =
                    store.releaseAllBut(numbers.stream().map(TwilioNumber::sid).toList());
            numbers.forEach(number -> upsert(number, fallbackName));
            int added = (int) numbers.stream()
                    .filter(number -> !before.containsKey(number.sid()))
                    .count();
            Result result = new Result(added, released, numbers.size());
            if (result.changed()) {
                append(numbers.size());
            }
            return result;
        });
    }

    /// Tells desks to read the numbers again.
    ///
    /// @param total that are there now
    public void announce(int total) {
        transactions.write(() -> {
            append(total);
            return true;
        });
    }

    private void append(int total) {
        outbox.append("numbers.changed", Audience.holding(Permission.NUMBERS_READ), Map.of("total", total));
    }

    /// One more, in the running transaction.
    void add(String accountSid, TwilioNumber number) {
        configs.require(accountSid);
        upsert(number, workspaces.get().name());
    }

    private Map<String, String> active() {
        Map<String, String> active = new HashMap<>();
        jdbc.sql("select sid, phone_number from twilio_numbers where workspace_id = :workspace and status = 'active'")
                .param("workspace", Tenancy.workspaceId())
                .query(row -> {
                    active.put(row.getString("sid"), row.getString("phone_number"));
                });
        return active;
    }

    /// By number and not by SID: a number that was released and bought again has another SID.
    private void upsert(TwilioNumber number, String fallbackName) {
        UUID id = Ids.next();
        jdbc.sql("""
                insert into twilio_numbers
                  (workspace_id, id, sid, phone_number, friendly_name, can_voice, can_sms, can_mms,
                   created_at, updated_at)
                values (:workspace, :id, :sid, :phone, :name, :voice, :sms, :mms, :now, :now)
                on conflict (workspace_id, phone_number) do update set
                  sid = excluded.sid, status = 'active',
                  found = case when twilio_numbers.sid = excluded.sid then twilio_numbers.found end,
                  set_to = case when twilio_numbers.sid = excluded.sid then twilio_numbers.set_to end,
                  friendly_name = case when twilio_numbers.named_here
                                       then twilio_numbers.friendly_name else excluded.friendly_name end,
                  can_voice = excluded.can_voice, can_sms = excluded.can_sms, can_mms = excluded.can_mms,
                  updated_at = excluded.updated_at
                where (twilio_numbers.sid, twilio_numbers.status, twilio_numbers.can_voice, twilio_numbers.can_sms,
                       twilio_numbers.can_mms)
                      is distinct from (excluded.sid, 'active', excluded.can_voice, excluded.can_sms, excluded.can_mms)
                   or (not twilio_numbers.named_here and twilio_numbers.friendly_name <> excluded.friendly_name)""")
                .param("workspace", Tenancy.workspaceId())
                .param("id", id)
                .param("sid", number.sid())
                .param("phone", number.phoneNumber())
                .param("name", number.name().isBlank() ? fallbackName : number.name())
                .param("voice", number.voice())
                .param("sms", number.sms())
                .param("mms", number.mms())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
