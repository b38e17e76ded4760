package org.patchbay.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.Cursor;
import org.patchbay.kernel.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the bound workspace's contacts, inside a transaction.
@Component
class ContactStore {

    private static final String SORT_KEY = "lower(coalesce(nullif(name, ''), company))";

    private static final String SELECT = "select id, name, company, email, notes, tags, created_at, updated_at, "
            + SORT_KEY + " as sort_key from contacts contact where workspace_id = :workspace ";

    private static final String WITH_TEXT = """
            and (name ilike :pattern or company ilike :pattern or email ilike :pattern
                  or array_to_string(tags, ' ') ilike :pattern
                  or id in (select contact_id from contact_phones
                            where workspace_id = :workspace and phone_number like cast(:digits as text)))""";

    private static final String WITH_PHONE = """
            and id = (select contact_id from contact_phones
                       where workspace_id = :workspace and phone_number = :phone)""";

    private final JdbcClient jdbc;
    private final ContactCalls calls;

    ContactStore(JdbcClient jdbc, ContactCalls calls) {
        this.jdbc = jdbc;
        this.calls = calls;
    }

    private record Row(Contact contact, String sortKey) {
        List<String> key() {
            return List.of(sortKey, contact.id().toString());
        }
    }

    Page<Contact> page(ContactQuery query, @Nullable String cursor, int limit) {
        Optional<Place> after = Cursor.decode(cursor, 2).map(Place::of);
        String beyond = after.isEmpty() ? "" : " and (" + SORT_KEY + ", id) > (:afterKey, cast(:afterId as uuid))";
        JdbcClient.StatementSpec select = filtered(SELECT, query, beyond + " order by " + SORT_KEY + ", id limit :most")
                .param("most", limit + 1);
        after.ifPresent(place -> select.param("afterKey", place.sortKey()).param("afterId", place.id()));
        Page<Row> page = Page.of(select.query(ContactStore::read).list(), limit, Row::key);
        return new Page<>(complete(page.items().stream().map(Row::contact).toList()), page.nextCursor());
    }

    private record Place(String sortKey, UUID id) {
        static Place of(List<String> key) {
            try {
                return new Place(key.getFirst(), UUID.fromString(key.getLast()));
            } catch (IllegalArgumentException notAnId) {
                throw Cursor.unknown();
            }
        }
    }

    long count(ContactQuery query) {
        return filtered("select count(*) from contacts contact where workspace_id = :workspace ", query, "")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String select, ContactQuery query, String rest) {
        String pattern = query.pattern();
        String phone = query.phoneNumber();
        JdbcClient.StatementSpec statement = jdbc.sql(
                        select + (pattern == null ? "" : WITH_TEXT) + (phone == null ? "" : WITH_PHONE) + rest)
                .param("workspace", Tenancy.workspaceId());
        if (pattern != null) {
            statement.param("pattern", pattern).param("digits", query.digits());
        }
        return phone == null ? statement : statement.param("phone", phone);
    }

    Optional<Contact> find(UUID contactId) {
        return read(" and id = :id", contactId);
    }

    /// Until the transaction ends, nobody else changes or deletes it.
    Optional<Contact> lock(UUID contactId) {
        return read(" and id = :id for no key update", contactId);
    }

    private Optional<Contact> read(String which, UUID contactId) {
        return complete(jdbc.sql(SELECT + which)
                        .param("workspace", Tenancy.workspaceId())
                        .param("id", contactId)
                        .query((row, index) -> read(row, index).contact())
                        .list())
                .stream()
                .findFirst();
    }

    /// Until the transaction ends, PostgreSQL plans each statement for as many as it is given, and does not look
    /// through all of one set for each of another. Else it might: it keeps plans that were good for one, and learns
    /// only after a while that thousands have come.
    void planForThousands() {
        jdbc.sql("""
                select set_config('plan_cache_mode', 'force_custom_plan', true),
                  set_config('enable_nestloop', 'off', true)""").query().singleRow();
    }

    /// Who is known by one of these numbers or addresses, with all their phones. Until the transaction ends, nobody
    /// else changes or deletes them.
    ///
    /// @param phoneNumbers E.164
    /// @param emails in small letters
    List<Contact> lockKnown(Collection<String> phoneNumbers, Collection<String> emails) {
        return withPhones(known(phoneNumbers, emails, " order by id for no key update"));
    }

    List<Contact> known(Collection<String> phoneNumbers, Collection<String> emails) {
        return withPhones(known(phoneNumbers, emails, " order by id"));
    }

    private List<Contact> known(Collection<String> phoneNumbers, Collection<String> emails, String rest) {
        return jdbc.sql(SELECT + """
                and (id in (select contact_id from contact_phones
                             where workspace_id = :workspace and phone_number = any (cast(:phones as text[])))
                      or email <> '' and lower(email) = any (cast(:emails as text[])))""" + rest)
                .param("workspace", Tenancy.workspaceId())
                .param("phones", phoneNumbers.toArray(String[]::new))
                .param("emails", emails.toArray(String[]::new))
                .query((row, index) -> read(row, index).contact())
                .list();
    }

    Optional<Contact> ofPhone(String phoneNumber) {
        return withPhones(jdbc.sql(SELECT + WITH_PHONE)
                        .param("workspace", Tenancy.workspaceId())
                        .param("phone", phoneNumber)
                        .query((row, index) -> read(row, index).contact())
                        .list())
                .stream()
                .findFirst();
    }

    private List<Contact> complete(List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return contacts;
        }
        Map<UUID, Instant> last =
                calls.lastCalls(contacts.stream().map(Contact::id).toList());
        return withPhones(contacts).stream()
                .map(contact -> with(contact, contact.phones(), last.get(contact.id())))
                .toList();
    }

    private List<Contact> withPhones(List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return contacts;
        }
        record OfContact(UUID contactId, Contact.Phone phone) {}
        Map<UUID, List<Contact.Phone>> phones = jdbc
                .sql("""
                select contact_id, phone_number, label from contact_phones
                where workspace_id = :workspace and contact_id = any (cast(:contacts as uuid[]))
                order by contact_id, position""")
                .param("workspace", Tenancy.workspaceId())
                .param(
                        "contacts",
                        contacts.stream()
                                .map(contact -> contact.id().toString())
                                .toArray(String[]::new))
                .query((row, index) -> new OfContact(
                        row.getObject("contact_id", UUID.class),
                        new Contact.Phone(row.getString("phone_number"), row.getString("label"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfContact::contactId,
                        LinkedHashMap::new,
                        Collectors.mapping(OfContact::phone, Collectors.toCollection(ArrayList::new))));
        return contacts.stream()
                .map(contact -> with(contact, phones.getOrDefault(contact.id(), List.of()), contact.lastCallAt()))
                .toList();
    }

    private static Contact with(Contact contact, List<Contact.Phone> phones, @Nullable Instant lastCallAt) {
        return new Contact(
                contact.id(),
                contact.name(),
                contact.company(),
                contact.email(),
                contact.notes(),
                contact.tags(),
                phones,
                lastCallAt,
                contact.createdAt(),
                contact.updatedAt());
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        Contact contact = new Contact(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("company"),
                row.getString("email"),
                row.getString("notes"),
                List.of((String[]) row.getArray("tags").getArray()),
                List.of(),
                null,
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
        return new Row(contact, row.getString("sort_key"));
    }
}
