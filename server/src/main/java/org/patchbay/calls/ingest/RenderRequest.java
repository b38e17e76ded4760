package org.patchbay.calls.ingest;

import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Reply;

/// What TwiML is made of.
///
/// @param call as it is after the decision
public record RenderRequest(Reply reply, CallState call) {}
