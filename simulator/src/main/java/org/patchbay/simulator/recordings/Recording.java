package org.patchbay.simulator.recordings;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.rest.Resource;

/// A recording as the REST API shows it.
///
/// @param callSid of two legs the parent; of a conference the call that began it
/// @param duration null until it is completed
public record Recording(
        String sid,
        String accountSid,
        String callSid,
        @Nullable String conferenceSid,
        Source source,
        int channels,
        String track,
        Status status,
        Instant started,
        @Nullable Duration duration,
        Instant updated)
        implements Resource {

    /// What made it, in Twilio's words.
    public enum Source {
        DialVerb,
        Conference,
        OutboundAPI,
        RecordVerb,
        StartCallRecordingAPI,
        StartConferenceRecordingAPI,
        /// Real, though the official SDKs do not know it and return null.
        StartCallRecordingTwiML
    }

    public enum Status {
        IN_PROGRESS("in-progress"),
        PAUSED("paused"),
        STOPPED("stopped"),
        PROCESSING("processing"),
        COMPLETED("completed"),
        ABSENT("absent"),
        DELETED("deleted");

        private final String wire;

        Status(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        public boolean isLive() {
            return this == IN_PROGRESS || this == PAUSED;
        }
    }

    Recording become(Status next, @Nullable Duration duration, Instant now) {
        return new Recording(
                sid, accountSid, callSid, conferenceSid, source, channels, track, next, started, duration, now);
    }

    public long durationSeconds() {
        return duration == null ? 0 : Math.round(duration.toMillis() / 1000.0);
    }
}
