package org.patchbay.simulator.twiml;

import java.util.List;

/// What stands inside `<Response>`.
///
/// @param warnings what Twilio's debugger would warn of, e.g. unknown verbs; the rest runs
public record TwimlDocument(List<Element> verbs, List<Warning> warnings) {

    /// @param code e.g. 12200, schema validation
    public record Warning(int code, String text) {}
}
