package org.patchbay.simulator.calls;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The moments of a call that a status callback can be subscribed to.
public enum CallEvent {
    INITIATED,
    RINGING,
    ANSWERED,
    COMPLETED;

    /// Reads subscriptions; what is unknown is left out.
    public static Set<CallEvent> read(List<String> words) {
        var events = EnumSet.noneOf(CallEvent.class);
        for (String word : words) {
            for (CallEvent event : values()) {
                if (event.name().toLowerCase(Locale.ROOT).equals(word)) {
                    events.add(event);
                }
            }
        }
        return events;
    }
}
