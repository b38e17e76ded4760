package org.patchbay.simulator.messages;

import java.util.List;
import org.patchbay.simulator.rest.Store;

/// All messages and their media. Written on the mailbox of the account only.
public final class MessageStore {

    private final Store<Message> messages = new Store<>();
    private final Store<Media> media = new Store<>();

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
