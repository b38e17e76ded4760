package org.patchbay.realtime;

import java.time.Instant;
import org.patchbay.database.Audience;

/// An event as it stands in the outbox once it has its number.
///
/// @param seq from 1, per workspace, without gaps
/// @param type as in `api/events.md`
/// @param at when it became true
/// @param data a JSON object
record NumberedEvent(long seq, String type, Instant at, Audience audience, String data) {}
