package org.patchbay.simulator.calls;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;

/// A call that the REST API asked for, checked.
///
/// @param from as the far end sees it
/// @param to E.164, or `client:` and an identity without its parameters
/// @param parameters what a client is told: the query of its address
/// @param timeout how long it may ring
/// @param timeLimit how long it may last once answered
/// @param sendDigits keys played when answered, or empty
/// @param machineDetection null when not asked for; not together with `sendDigits`
public record CallRequest(
        String from,
        String to,
        Params parameters,
        @Nullable String phoneNumberSid,
        @Nullable String applicationSid,
        CallbackPlan callbacks,
        Duration timeout,
        Duration timeLimit,
        String sendDigits,
        @Nullable MachineDetectionPlan machineDetection) {}
