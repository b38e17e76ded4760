package org.patchbay.simulator.messages;

import java.util.List;
import org.patchbay.simulator.rest.Store;

/// The messages of all accounts and their media, as many as are kept. Written on the mailbox of the account only.
public final class MessageStore {

    private static final int KEPT = 20_000;
    private static final int MEDIA_KEPT = 1_000;

    private final Store<Message> messages =
            new Store<>(KEPT, message -> message.status().isFinal());
    private final Store<Media> media = new Store<>(MEDIA_KEPT, one -> true);

    public Store<Message> messages() {
        return messages;
    }

    public Store<Media> media() {
        return media;
    }

    /// The media of a message, in the order in which it was sent.
    public List<Media> mediaOf(Message message) {
        return message.mediaCount() == 0
                ? List.of()
                : media.newestFirst(message.accountSid())
                        .filter(one -> one.messageSid().equals(message.sid()))
                        .toList()
                        .reversed();
    }

    /// Deletes the message with its media.
    void delete(Message message) {
        mediaOf(message).forEach(one -> media.remove(one.sid()));
        messages.remove(message.sid());
    }
}
