package org.patchbay.calls;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.contacts.ContactEvent.Going;
import org.patchbay.contacts.ContactEvent.Imported;
import org.patchbay.contacts.ContactEvent.PhonesGained;
import org.patchbay.contacts.Contacts;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.database.jobs.Jobs;
import org.patchbay.kernel.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose calls the bound workspace's calls are. Those that had nobody become a contact's as soon as the contact has
/// the phone; a contact who goes leaves them behind.
///
/// Calls are locked in the order of their ids, as the ingest does it, and never many at once: nobody who calls at
/// that moment waits for it, and nobody waits in a circle.
@Component
class CallsOfContacts {

    private static final int AT_ONCE = 500;

    /// A call may have begun while its contact was being written, and neither saw the other: a look after both are
    /// committed finds it.
    private static final Duration SECOND_LOOK = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Contacts contacts;
    private final Jobs jobs;
    private final Clock clock;

    CallsOfContacts(JdbcClient jdbc, Transactions transactions, Contacts contacts, Jobs jobs, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.contacts = contacts;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Hundreds of calls at once; should there be more, the others with the second look.
    @EventListener
    void on(PhonesGained gained) {
        take(gained.contactId());
        schedule(gained.contactId(), clock.instant().plus(SECOND_LOOK));
    }

    /// After the commit: an import is long enough without the calls.
    @EventListener
    void on(Imported imported) {
        schedule(null, clock.instant());
    }

    @EventListener
    void on(Going going) {
        jdbc.sql("""
                with theirs as (
                  select id from calls where workspace_id = :workspace and contact_id = :contact
                  order by id for no key update)
                update calls set contact_id = null from theirs
                where calls.workspace_id = :workspace and calls.id = theirs.id""")
                .param("workspace", Tenancy.workspaceId())
                .param("contact", going.contactId())
                .update();
    }

    private void schedule(@Nullable UUID contactId, Instant at) {
        UUID workspaceId = Tenancy.workspaceId();
        jobs.schedule(
                ContactJobs.of(this), workspaceId + ":" + Ids.next(), new ContactJobs.Look(workspaceId, contactId), at);
    }

    /// Calls with whoever has their number, that are nobody's yet, become theirs; of all contacts, or of one.
    void takeAll(@Nullable UUID contactId) {
        boolean any = false;
        int taken;
        do {
            taken = transactions.write(() -> take(contactId));
            any |= taken > 0;
        } while (taken == AT_ONCE);
        if (any) {
            transactions.write(contacts::manyChanged);
        }
    }

    private int take(@Nullable UUID contactId) {
        String one = contactId == null ? "" : " and phone.contact_id = :contact";
        JdbcClient.StatementSpec statement = jdbc.sql("""
                with theirs as (
                  select call.id, phone.contact_id
                  from contact_phones phone
                  join calls call on call.workspace_id = phone.workspace_id
                    and call.customer_number = phone.phone_number
                  where phone.workspace_id = :workspace and call.contact_id is null""" + one + """

                  order by call.id limit :most for no key update of call)
                update calls set contact_id = theirs.contact_id, updated_at = :now from theirs
                where calls.workspace_id = :workspace and calls.id = theirs.id""")
                .param("workspace", Tenancy.workspaceId())
                .param("most", AT_ONCE)
                .param("now", Timestamp.from(clock.instant()));
        return (contactId == null ? statement : statement.param("contact", contactId)).update();
    }
}
