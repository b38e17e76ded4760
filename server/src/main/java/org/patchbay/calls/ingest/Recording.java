package org.patchbay.calls.ingest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.ingest.Matter.RecordingReported;

/// A recording of a call, as a row of `recordings`.
///
/// @param id ours, by which it is streamed
/// @param source in Twilio's words
record Recording(
        UUID workspaceId,
        UUID id,
        UUID callId,
        @Nullable UUID legId,
        String sid,
        @Nullable String conferenceSid,
        RecordingStatus status,
        String source,
        @Nullable Integer channels,
        @Nullable Integer durationSeconds,
        @Nullable Instant startedAt,
        Instant createdAt) {

    static Recording first(UUID id, CallKey call, @Nullable UUID legId, RecordingReported report, Instant now) {
        return new Recording(
                call.workspaceId(),
                id,
                call.callId(),
                legId,
                report.recordingSid(),
                report.conferenceSid(),
                report.status(),
                report.source(),
                report.channels(),
                report.durationSeconds(),
                report.startedAt(),
                now);
    }

    /// What is known after a report that may be late. What an older one says is kept where it is news.
    Recording after(RecordingReported report) {
        return new Recording(
                workspaceId,
                id,
                callId,
                legId,
                sid,
                conferenceSid,
                status.mayBecome(report.status()) ? report.status() : status,
                source,
                channels == null ? report.channels() : channels,
                durationSeconds == null ? report.durationSeconds() : durationSeconds,
                startedAt == null ? report.startedAt() : startedAt,
                createdAt);
    }

    /// Where it can be heard; null before it can, and after it was deleted.
    @Nullable
    String url() {
        return status == RecordingStatus.COMPLETED ? "/api/recordings/" + id + "/media" : null;
    }
}
