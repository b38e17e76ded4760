package org.patchbay.contacts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes the bound workspace's contacts, inside a transaction: one or twenty thousand by the same statements.
@Component
class ContactWriter {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ContactWriter(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(Map<UUID, ContactDraft> drafts) {
        rows(drafts, """
                insert into contacts (workspace_id, id, name, company, email, notes, tags, created_at, updated_at)
                select :workspace, id, name, company, email, notes, tags, :now, :now
                from jsonb_to_recordset(:rows::jsonb) as row
                  (id uuid, name text, company text, email text, notes text, tags text[])
                order by id""");
    }

    /// All but the phones.
    void update(Map<UUID, ContactDraft> drafts) {
        rows(drafts, """
                update contacts contact set name = row.name, company = row.company, email = row.email,
                  notes = row.notes, tags = row.tags, updated_at = :now
                from jsonb_to_recordset(:rows::jsonb) as row
                  (id uuid, name text, company text, email text, notes text, tags text[])
                where contact.workspace_id = :workspace and contact.id = row.id""");
    }

    private void rows(Map<UUID, ContactDraft> drafts, String sql) {
        if (drafts.isEmpty()) {
            return;
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        drafts.forEach((id, draft) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("id", id);
            row.put("name", draft.name());
            row.put("company", draft.company());
            row.put("email", draft.email());
            row.put("notes", draft.notes());
            row.put("tags", draft.tags());
            rows.add(row);
        });
        jdbc.sql(sql)
                .param("workspace", Tenancy.workspaceId())
                .param("now", Timestamp.from(clock.instant()))
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    /// Each contact has these phones and no others from now on, but for those that are somebody else's.
    ///
    /// @return whether all of them are theirs now
    boolean replacePhones(Map<UUID, ContactDraft> drafts) {
        if (drafts.isEmpty()) {
            return true;
        }
        jdbc.sql(
                        "delete from contact_phones where workspace_id = :workspace and contact_id = any (cast(:ids as uuid[]))")
                .param("workspace", Tenancy.workspaceId())
                .param("ids", drafts.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .update();
        return insertPhones(drafts);
    }

    /// In the order of the numbers: of two who reach for the same ones, one waits for the other.
    boolean insertPhones(Map<UUID, ContactDraft> drafts) {
        record Row(String phone, UUID contact, String label, int position) {}
        List<Row> rows = new ArrayList<>();
        drafts.forEach((id, draft) -> {
            for (Contact.Phone phone : draft.phones()) {
                rows.add(new Row(
                        phone.phoneNumber(), id, phone.label(), draft.phones().indexOf(phone)));
            }
        });
        rows.sort(Comparator.comparing(Row::phone));
        int written = jdbc.sql("""
                insert into contact_phones (workspace_id, phone_number, contact_id, label, position)
                select :workspace, phone, contact, label, position
                from jsonb_to_recordset(:rows::jsonb) as row (phone text, contact uuid, label text, position smallint)
                order by phone
                on conflict (workspace_id, phone_number) do nothing""")
                .param("workspace", Tenancy.workspaceId())
                .param("rows", json.writeValueAsString(rows))
                .update();
        return written == rows.size();
    }

    boolean delete(UUID contactId) {
        return jdbc.sql("delete from contacts where workspace_id = :workspace and id = :id")
                        .param("workspace", Tenancy.workspaceId())
                        .param("id", contactId)
                        .update()
                > 0;
    }
}
