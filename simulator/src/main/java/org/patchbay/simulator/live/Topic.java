package org.patchbay.simulator.live;

import java.util.Locale;

/// What can change under the eyes of somebody who watches.
public enum Topic {
    /// A phone's calls, and what was said in them.
    PHONES,
    /// Calls, conferences, messages and REST requests: everything the inspector shows.
    EXCHANGES,
    /// The debugger's list.
    ALERTS;

    /// As written on the wire.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
