package org.patchbay.contacts;

import java.util.Map;
import java.util.UUID;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.kernel.access.Permission;
import org.springframework.stereotype.Component;

/// What the desks are told of contacts, inside the transaction that changes them.
@Component
class ContactNews {

    private static final Audience READERS = Audience.holding(Permission.CONTACTS_READ);

    private final Outbox outbox;

    ContactNews(Outbox outbox) {
        this.outbox = outbox;
    }

    void updated(Contact contact) {
        outbox.append("contact.updated", READERS, contact);
    }

    void removed(UUID contactId) {
        outbox.append("contact.removed", READERS, Map.of("contactId", contactId));
    }

    /// @param total how many there are now
    void manyChanged(long total) {
        outbox.append("contacts.changed", READERS, Map.of("total", total));
    }
}
