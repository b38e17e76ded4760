package org.patchbay.calls.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Unanswered;
import org.patchbay.database.IngestTransaction;
import tools.jackson.databind.json.JsonMapper;

/// Reads [Facts] in a transaction of the ingest.
record FactStore(IngestTransaction transaction, JsonMapper json) {

    /// The numbers called, who the callers are, and whether they are blocked.
    void numbers(Facts facts, Collection<Facts.Caller> callers) {
        if (callers.isEmpty()) {
            return;
        }
        transaction
                .jdbc()
                .sql("""
                select caller."workspaceId" as workspace_id, caller."from" as from_number, caller."to" as to_number,
                       number.id, number.no_answer_seconds, number.forward_to, number.on_no_answer, number.no_answer_to,
                       number.whisper, coalesce(settings.wrap_up_seconds, 0) as wrap_up_seconds,
                       case number.recording when 'on' then true when 'off' then false
                         else coalesce(settings.record_calls, true) end as recorded,
                       exists (select from blocked_callers blocked
                               where blocked.workspace_id = caller."workspaceId"
                                 and blocked.phone_number = caller."from") as blocked,
                       contact.id as contact_id, coalesce(nullif(contact.name, ''), contact.company) as contact_name
                from jsonb_to_recordset(:callers::jsonb) as caller ("workspaceId" uuid, "from" text, "to" text)
                left join call_settings settings on settings.workspace_id = caller."workspaceId"
                left join twilio_numbers number on number.workspace_id = caller."workspaceId"
                  and number.phone_number = caller."to" and number.status = 'active'
                left join contact_phones phone on phone.workspace_id = caller."workspaceId"
                  and phone.phone_number = caller."from"
                left join contacts contact on contact.workspace_id = phone.workspace_id
                  and contact.id = phone.contact_id""")
                .param("callers", json.writeValueAsString(callers))
                .query(row -> {
                    facts.add(
                            new Facts.Caller(
                                    row.getObject("workspace_id", UUID.class),
                                    row.getString("from_number"),
                                    row.getString("to_number")),
                            new Facts.CallerFacts(row.getBoolean("blocked"), contact(facts, row), number(row)));
                });
    }

    private static @Nullable UUID contact(Facts facts, ResultSet row) throws SQLException {
        UUID contactId = row.getObject("contact_id", UUID.class);
        if (contactId != null) {
            facts.addContact(
                    new Facts.ContactKey(row.getObject("workspace_id", UUID.class), contactId),
                    row.getString("contact_name"));
        }
        return contactId;
    }

    /// Those of them that there are.
    void contacts(Facts facts, Collection<Facts.ContactKey> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        transaction
                .jdbc()
                .sql("""
                select workspace_id, id, coalesce(nullif(name, ''), company) as name
                from jsonb_to_recordset(:wanted::jsonb) as wanted ("workspaceId" uuid, "contactId" uuid)
                join contacts contact on contact.workspace_id = wanted."workspaceId" and contact.id = wanted."contactId"
                """)
                .param("wanted", json.writeValueAsString(wanted))
                .query(row -> {
                    facts.addContact(
                            new Facts.ContactKey(
                                    row.getObject("workspace_id", UUID.class), row.getObject("id", UUID.class)),
                            row.getString("name"));
                });
    }

    private static Facts.@Nullable Number number(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return id == null
                ? null
                : new Facts.Number(
                        id,
                        row.getBoolean("recorded"),
                        Duration.ofSeconds(row.getInt("no_answer_seconds")),
                        row.getString("forward_to"),
                        Unanswered.of(row.getString("on_no_answer")),
                        row.getString("no_answer_to"),
                        row.getBoolean("whisper"),
                        Duration.ofSeconds(row.getInt("wrap_up_seconds")));
    }

    /// Who is there in those workspaces, who has a call, and whose the numbers are.
    void members(Facts facts, Collection<UUID> workspaces, Instant now) {
        if (workspaces.isEmpty()) {
            return;
        }
        UUID[] all = workspaces.toArray(UUID[]::new);
        transaction
                .trip()
                .ask(
                        """
                select workspace_id, id, presence_choice from workspace_members
                where connected and presence_choice <> 'away' and workspace_id = any (?::uuid[])""",
                        row -> facts.addPresent(
                                row.getObject("workspace_id", UUID.class),
                                new Facts.Present(
                                        row.getObject("id", UUID.class),
                                        row.getString("presence_choice").equals("available"))),
                        (Object) all)
                .ask(
                        """
                select number_id, member_id from agent_phone where workspace_id = any (?::uuid[])""",
                        row -> facts.addAssigned(
                                row.getObject("number_id", UUID.class), row.getObject("member_id", UUID.class)),
                        (Object) all)
                .ask("""
                select workspace_id, id, member_id from calls
                where ended_at is null and member_id is not null
                  and stage in ('claimed', 'talking', 'awaiting-agent', 'dialing')
                  and workspace_id = any (?::uuid[])""", row -> facts.addHolder(key(row), row.getObject("member_id", UUID.class)), (Object) all)
                .ask(
                        """
                select workspace_id, id, member_id from calls
                where wrap_up_until > ? and member_id is not null and workspace_id = any (?::uuid[])""",
                        row -> facts.addWriting(key(row), row.getObject("member_id", UUID.class)),
                        Timestamp.from(now),
                        all)
                .go();
    }

    private static CallKey key(ResultSet call) throws SQLException {
        return new CallKey(call.getObject("workspace_id", UUID.class), call.getObject("id", UUID.class));
    }
}
