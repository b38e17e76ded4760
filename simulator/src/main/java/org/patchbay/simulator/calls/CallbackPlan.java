package org.patchbay.simulator.calls;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Where a call reports its progress.
///
/// @param url absolute, or empty for nowhere
public record CallbackPlan(String url, String method, Set<CallEvent> events) {

    public static final CallbackPlan NONE = new CallbackPlan("", "POST", Set.of());

    /// With nothing subscribed, or nothing that is known, only `completed` is reported
    /// (<https://www.twilio.com/docs/voice/api/call-resource#statuscallbackevent>).
    public static CallbackPlan of(String url, String method, List<String> events) {
        var known = CallEvent.read(events);
        return new CallbackPlan(url, method, known.isEmpty() ? EnumSet.of(CallEvent.COMPLETED) : known);
    }

    boolean wants(CallEvent event) {
        return !url.isEmpty() && events.contains(event);
    }
}
