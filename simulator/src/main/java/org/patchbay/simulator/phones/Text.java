package org.patchbay.simulator.phones;

import java.time.Instant;
import java.util.List;

/// A text that a phone got.
///
/// @param from the number that sent it
public record Text(Instant at, String from, String body, List<Attachment> attachments) {
    public Text {
        attachments = List.copyOf(attachments);
    }
}
