package org.patchbay.numbers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.StoredProblem;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Which numbers are the bound workspace's, how they were before, and how they stand. For whoever sets them
/// up at Twilio; each method is a transaction, so that a killed server leaves what can be gone on from.
@Component
public class NumberHoldings {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JsonMapper json;

    NumberHoldings(JdbcClient jdbc, Transactions transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    /// Those that are at Twilio, by number.
    public List<HeldNumber> active() {
        return transactions.read(() -> jdbc.sql("""
                select id, sid, phone_number, held, connection, found, set_to from twilio_numbers
                where workspace_id = :workspace and status = 'active' order by phone_number""")
                .param("workspace", Tenancy.workspaceId())
                .query(this::read)
                .list());
    }

    /// How many there are, and how they stand.
    ///
    /// @param attention that wait for somebody's decision or repair
    public record Counts(int total, int connected, int attention) {}

    /// Of those that are at Twilio.
    public Counts counts() {
        return transactions.read(() -> jdbc.sql("""
                select count(*) as total,
                       count(*) filter (where connection = 'connected') as connected,
                       count(*) filter (where connection in ('drifted', 'asks', 'failed')) as attention
                from twilio_numbers where workspace_id = :workspace and status = 'active'""")
                .param("workspace", Tenancy.workspaceId())
                .query((row, index) ->
                        new Counts(row.getInt("total"), row.getInt("connected"), row.getInt("attention")))
                .single());
    }

    /// The workspace that has a number; empty when none has.
    public Optional<UUID> holder(String sid) {
        return transactions.read(() -> jdbc.sql("select lookup_number_holder(:sid)")
                .param("sid", sid)
                .query(UUID.class)
                .optional());
    }

    /// Makes a number this workspace's, and keeps how it was wired. Kept before it is wired anew: otherwise
    /// a server killed in between would not know what to give back.
    ///
    /// @return false if another workspace has it
    public boolean take(UUID id, Wiring found) {
        try {
            transactions.write(() -> jdbc.sql("""
                    update twilio_numbers
                    set found = case when held then found else :found::jsonb end, held = true, held_by = null,
                        updated_at = now()
                    where workspace_id = :workspace and id = :id""")
                    .param("workspace", Tenancy.workspaceId())
                    .param("id", id)
                    .param("found", json.writeValueAsString(found))
                    .update());
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    /// It is wired as it should be.
    public void connected(UUID id, Wiring setTo) {
        Hook texts = setTo.sms();
        update(
                id,
                "connection = 'connected', held_by = null, differences = '[]', problem = null,"
                        + " set_to = :setTo::jsonb, webhook_url = :url",
                statement -> statement
                        .param("setTo", json.writeValueAsString(setTo))
                        .param("url", texts.url() == null ? null : texts.url().toString()));
    }

    /// It is ours and was changed at Twilio, or is still as it was where Twilio refused: then the reason stays.
    public void drifted(UUID id, List<NumberDifference> differences) {
        update(
                id,
                "connection = case when connection = 'failed' then connection else 'drifted' end,"
                        + " problem = case when connection = 'failed' then problem end,"
                        + " differences = :differences::jsonb",
                statement -> statement.param("differences", json.writeValueAsString(differences)));
    }

    /// @param heldBy SID of the trunk or app that it belongs to
    public void asks(UUID id, String heldBy) {
        update(
                id,
                "connection = 'asks', held_by = :heldBy, differences = '[]', problem = null",
                statement -> statement.param("heldBy", heldBy));
    }

    /// Twilio refused.
    public void failed(UUID id, StoredProblem problem) {
        update(
                id,
                "connection = 'failed', problem = :problem::jsonb",
                statement -> statement.param("problem", json.writeValueAsString(problem)));
    }

    /// Another workspace has it now. What it had before us is kept: it may come back as we had wired it.
    public void elsewhere(UUID id) {
        update(
                id,
                "connection = 'elsewhere', held = false, held_by = null, differences = '[]', problem = null,"
                        + " webhook_url = null",
                statement -> statement);
    }

    /// Another workspace takes it away from this one.
    public void lost(String sid) {
        active().stream().filter(number -> number.sid().equals(sid)).forEach(number -> elsewhere(number.id()));
    }

    /// Nobody has done anything with it yet.
    public void waiting(UUID id) {
        update(
                id,
                "connection = 'waiting', held_by = null, differences = '[]', problem = null",
                statement -> statement);
    }

    /// Whoever has it at Twilio may keep it.
    void left(UUID id) {
        update(id, "connection = 'left', held = false, differences = '[]', problem = null", statement -> statement);
    }

    /// Forgets all numbers; calls and texts that name one stay, without it.
    public void forgetAll() {
        transactions.write(() -> jdbc.sql("delete from twilio_numbers where workspace_id = :workspace")
                .param("workspace", Tenancy.workspaceId())
                .update());
    }

    private void update(UUID id, String assignments, UnaryOperator<JdbcClient.StatementSpec> parameters) {
        transactions.write(() -> parameters
                .apply(jdbc.sql("update twilio_numbers set " + assignments
                                + ", updated_at = now() where workspace_id = :workspace and id = :id")
                        .param("workspace", Tenancy.workspaceId())
                        .param("id", id))
                .update());
    }

    private HeldNumber read(ResultSet row, int index) throws SQLException {
        return new HeldNumber(
                row.getObject("id", UUID.class),
                row.getString("sid"),
                row.getString("phone_number"),
                row.getBoolean("held"),
                Connection.of(row.getString("connection")),
                wiring(row.getString("found")),
                wiring(row.getString("set_to")));
    }

    private Optional<Wiring> wiring(@Nullable String stored) {
        return Optional.ofNullable(stored).map(text -> json.readValue(text, Wiring.class));
    }
}
