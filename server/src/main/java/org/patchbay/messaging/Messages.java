package org.patchbay.messaging;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Cursor;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.access.Permission;
import org.patchbay.messaging.MessageStore.Told;
import org.springframework.stereotype.Component;

/// The bound workspace's texts.
@Component
public class Messages {

    private static final Audience READERS = Audience.holding(Permission.MESSAGES_READ);

    private final MessageStore store;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    Messages(MessageStore store, Transactions transactions, Outbox outbox, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Newest first.
    ///
    /// @param numberId only of that number; null for all
    /// @param customers only from and to these, in E.164; none for all
    public Page<Message> page(@Nullable String cursor, int limit, @Nullable UUID numberId, List<String> customers) {
        UUID before = Cursor.decodeId(cursor).orElse(null);
        List<Message> rows = transactions.read(() -> store.list(before, limit + 1, numberId, customers));
        return Page.of(rows, limit, message -> List.of(message.id().toString()));
    }

    /// Keeps a text that came, once. In the running transaction.
    void received(Told told) {
        store.add(told, clock.instant())
                .ifPresent(message -> outbox.append("message.received", READERS, message.printable()));
    }

    /// Keeps what became of a text, if it is news. In the running transaction.
    void statusOf(Told told) {
        store.moveOn(told, MessageStatus.staying(told.status()), clock.instant())
                .ifPresent(message -> outbox.append("message.updated", READERS, message.printable()));
    }
}
