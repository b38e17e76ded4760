package org.patchbay.calls.ingest;

import java.util.Optional;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Reply;

/// What came of something said. It is durable by the time that this is seen.
///
/// @param reply for whoever asked; empty where nothing was asked, and for what had been said before
/// @param twiml what Twilio is answered, where a renderer was given; the first answer for what had been said before
/// @param after the call as it is now; empty where there is none
/// @param duplicate whether the same had been said before: then nothing was done
/// @param unknown whether the workspace has no such call: then nothing was done
public record Heard(
        Optional<Reply> reply, Optional<String> twiml, Optional<CallState> after, boolean duplicate, boolean unknown) {

    static final Heard UNKNOWN = new Heard(Optional.empty(), Optional.empty(), Optional.empty(), false, true);

    static Heard again(Optional<String> twiml, CallState state) {
        return new Heard(Optional.empty(), twiml, Optional.of(state), true, false);
    }

    static Heard of(Optional<Reply> reply, Optional<String> twiml, CallState after) {
        return new Heard(reply, twiml, Optional.of(after), false, false);
    }
}
