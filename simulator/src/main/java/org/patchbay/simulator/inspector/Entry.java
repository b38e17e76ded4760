package org.patchbay.simulator.inspector;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;

/// One thing that happened to a call, a conference or a message.
public sealed interface Entry {

    Instant at();

    /// A REST request of the customer, with what it was answered.
    ///
    /// @param params of the query and the form
    /// @param answer the body, without secrets, cut to a bounded length
    record Rest(Instant at, String method, String path, Params params, int status, Duration took, String answer)
            implements Entry {}

    /// A request of Twilio to the customer.
    ///
    /// @param kind what it was for, e.g. `VOICE` or `CALL_STATUS`
    /// @param signature the value of X-Twilio-Signature
    /// @param status the HTTP status, or 0 when there was no answer
    /// @param answer the body, cut to a bounded length; the TwiML when it was asked for
    /// @param problem what went wrong, with Twilio's code, or null
    record Webhook(
            Instant at,
            String kind,
            String method,
            String url,
            Params params,
            String signature,
            int status,
            Duration took,
            String answer,
            @Nullable String problem)
            implements Entry {}

    /// A step inside the simulator, in words: ringing, answered, a verb begun.
    record Step(Instant at, String text) implements Entry {}
}
