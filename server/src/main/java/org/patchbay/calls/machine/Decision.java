package org.patchbay.calls.machine;

import java.util.List;
import java.util.Optional;

/// What follows from an event.
///
/// @param after the call as it is now
/// @param reply for whoever asked; empty where nobody did
/// @param acts in the order in which they are to be done
public record Decision(CallState after, Optional<Reply> reply, List<Act> acts) {

    public Decision {
        acts = List.copyOf(acts);
    }
}
