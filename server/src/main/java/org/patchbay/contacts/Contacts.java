package org.patchbay.contacts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patchbay.contacts.ContactEvent.Going;
import org.patchbay.contacts.ContactEvent.PhonesGained;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.CountedPage;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.workspaces.DialledNumbers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The bound workspace's contacts.
@Component
public class Contacts {

    private static final ContactDraft NOBODY = new ContactDraft("", "", "", "", List.of(), List.of());
    private static final ContactQuery ALL = new ContactQuery(null, null);

    private final ContactStore store;
    private final ContactWriter writer;
    private final ContactNews news;
    private final DialledNumbers dialled;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Contacts(
            ContactStore store,
            ContactWriter writer,
            ContactNews news,
            DialledNumbers dialled,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.store = store;
        this.writer = writer;
        this.news = news;
        this.dialled = dialled;
        this.transactions = transactions;
        this.events = events;
    }

    /// By name, those without one by company.
    ///
    /// @param limit 1 to 200
    public CountedPage<Contact> page(ContactQuery query, @Nullable String cursor, int limit) {
        return transactions.read(
                () -> CountedPage.of(store.page(query, cursor, limit), cursor == null ? store.count(query) : null));
    }

    /// @throws org.patchbay.kernel.Problem 404 if there is no such contact here
    public Contact get(UUID contactId) {
        return transactions.read(() -> store.find(contactId)).orElseThrow(() -> Problems.notFound("contact"));
    }

    public boolean exists(UUID contactId) {
        return transactions.read(() -> store.find(contactId)).isPresent();
    }

    /// Whose phone that is.
    ///
    /// @param phoneNumber E.164
    public Optional<UUID> ofPhone(String phoneNumber) {
        return transactions.read(() -> store.ofPhone(phoneNumber)).map(Contact::id);
    }

    /// @throws org.patchbay.kernel.Problem 400 `invalid`; 409 `phone-taken`
    public Contact add(ContactChange wish) {
        UUID id = Ids.next();
        ContactDraft draft = checked(wish.on(NOBODY, dialled::orEmpty));
        return transactions.write(() -> {
            writer.insert(Map.of(id, draft));
            if (!writer.insertPhones(Map.of(id, draft))) {
                throw taken(id, draft);
            }
            return told(id, Set.copyOf(draft.numbers()));
        });
    }

    /// @throws org.patchbay.kernel.Problem 400 `invalid`; 404; 409 `phone-taken`
    public Contact change(UUID contactId, ContactChange change) {
        return transactions.write(() -> {
            Contact before = store.lock(contactId).orElseThrow(() -> Problems.notFound("contact"));
            ContactDraft was = ContactDraft.of(before);
            ContactDraft draft = checked(change.on(was, dialled::orEmpty));
            writer.update(Map.of(contactId, draft));
            if (!draft.phones().equals(was.phones()) && !writer.replacePhones(Map.of(contactId, draft))) {
                throw taken(contactId, draft);
            }
            return told(contactId, gained(was, draft));
        });
    }

    /// Their calls stay, without them.
    ///
    /// @throws org.patchbay.kernel.Problem 404
    public void remove(UUID contactId) {
        transactions.write(() -> {
            Contact contact = store.lock(contactId).orElseThrow(() -> Problems.notFound("contact"));
            events.publishEvent(new Going(contactId));
            writer.delete(contactId);
            news.removed(contactId);
            events.publishEvent(AuditFact.of(
                    "contact.removed", new AuditFact.Target("contact", contactId.toString(), contact.called())));
        });
    }

    /// Has the desks read their lists again, inside the running transaction: what they show of many contacts is
    /// different now.
    public void manyChanged() {
        news.manyChanged(store.count(ALL));
    }

    private static Set<String> gained(ContactDraft before, ContactDraft after) {
        return after.numbers().stream()
                .filter(number -> !before.numbers().contains(number))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Contact told(UUID contactId, Set<String> gained) {
        if (!gained.isEmpty()) {
            events.publishEvent(new PhonesGained(contactId, gained));
        }
        Contact contact = store.find(contactId).orElseThrow();
        news.updated(contact);
        return contact;
    }

    private static ContactDraft checked(ContactDraft draft) {
        if (!draft.findable()) {
            throw Problems.invalid("name", "is missing, and so are a company and a phone");
        }
        return draft;
    }

    /// By the time it is asked, whoever has the phone is committed: the insert has waited for them.
    private RuntimeException taken(UUID contactId, ContactDraft draft) {
        for (String number : draft.numbers()) {
            Optional<Contact> owner =
                    store.ofPhone(number).filter(other -> !other.id().equals(contactId));
            if (owner.isPresent()) {
                return ContactProblems.taken(number, owner.get());
            }
        }
        return Problems.CONFLICT.because("Somebody else had one of the phones until a moment ago. Try again.");
    }
}
