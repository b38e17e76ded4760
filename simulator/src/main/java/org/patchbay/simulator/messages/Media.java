package org.patchbay.simulator.messages;

import java.time.Instant;
import org.patchbay.simulator.rest.Resource;

/// A picture or another file of a message.
///
/// @param messageSid the message that it came with
/// @param content the file itself; shared, not to be changed
public record Media(
        String sid, String accountSid, String messageSid, String contentType, byte[] content, Instant created)
        implements Resource {}
