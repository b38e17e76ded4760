package org.patchbay.calls.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.ingest.Matter.RecordingReported;
import org.patchbay.database.IngestTransaction;
import org.patchbay.database.Trip;
import org.patchbay.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

/// The recordings that one batch hears of, with the others of their calls. The calls are locked, so nobody
/// else writes them.
final class Recordings {

    /// A recording as it is reported for a call.
    record Wanted(UUID workspaceId, UUID callId, String sid) {
        static Wanted of(CallKey call, RecordingReported report) {
            return new Wanted(call.workspaceId(), call.callId(), report.recordingSid());
        }
    }

    private record Sid(UUID workspaceId, String sid) {}

    private final IngestTransaction transaction;
    private final JsonMapper json;
    private final Set<Wanted> loaded = new HashSet<>();
    private final Map<Sid, Recording> known = new HashMap<>();
    private final Map<Sid, Recording> changed = new LinkedHashMap<>();

    Recordings(IngestTransaction transaction, JsonMapper json) {
        this.transaction = transaction;
        this.json = json;
    }

    void load(Collection<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        loaded.addAll(wanted);
        transaction
                .jdbc()
                .sql("""
                select distinct recording.workspace_id, id, call_id, leg_id, twilio_recording_sid, conference_sid, status,
                       source, channels, duration_seconds, started_at, created_at
                from jsonb_to_recordset(:wanted::jsonb) as wanted ("workspaceId" uuid, "callId" uuid, sid text)
                join recordings recording on recording.workspace_id = wanted."workspaceId"
                  and (recording.call_id = wanted."callId" or recording.twilio_recording_sid = wanted.sid)""")
                .param("wanted", json.writeValueAsString(wanted))
                .query((row, index) -> read(row))
                .list()
                .forEach(recording -> known.putIfAbsent(new Sid(recording.workspaceId(), recording.sid()), recording));
    }

    private static Recording read(ResultSet result) throws SQLException {
        Columns row = new Columns(result);
        return new Recording(
                row.id("workspace_id"),
                row.id("id"),
                row.id("call_id"),
                row.idOrNull("leg_id"),
                row.text("twilio_recording_sid"),
                row.textOrNull("conference_sid"),
                RecordingStatus.of(row.text("status")).orElseThrow(),
                row.text("source"),
                row.numberOrNull("channels"),
                row.numberOrNull("duration_seconds"),
                row.instantOrNull("started_at"),
                row.instant("created_at"));
    }

    /// A recording stays with the call that it was first reported for.
    ///
    /// @return the recording where it can be heard since this report, else null
    @Nullable
    Recording report(CallKey call, @Nullable UUID legId, RecordingReported report, Instant now) {
        Wanted wanted = Wanted.of(call, report);
        if (!loaded.contains(wanted)) {
            load(List.of(wanted));
        }
        Sid sid = new Sid(call.workspaceId(), report.recordingSid());
        Recording before = known.get(sid);
        if (before != null && !before.callId().equals(call.callId())) {
            return null;
        }
        Recording after = before == null ? Recording.first(Ids.next(), call, legId, report, now) : before.after(report);
        if (!after.equals(before)) {
            known.put(sid, after);
            changed.put(sid, after);
        }
        boolean wasReady = before != null && before.url() != null;
        return after.url() != null && !wasReady ? after : null;
    }

    /// Where a call can be heard: its first recording that there is.
    @Nullable
    String urlOf(CallKey call) {
        return of(call).filter(recording -> recording.url() != null)
                .min(Comparator.comparing(Recording::id))
                .map(Recording::url)
                .orElse(null);
    }

    /// Whether what is said on a call is left out at the moment, should it go on.
    boolean isPaused(CallKey call) {
        return of(call).anyMatch(recording -> recording.status() == RecordingStatus.PAUSED);
    }

    private Stream<Recording> of(CallKey call) {
        return known.values().stream()
                .filter(recording -> recording.workspaceId().equals(call.workspaceId()))
                .filter(recording -> recording.callId().equals(call.callId()));
    }

    void write(Trip trip, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        changed.values().forEach(recording -> rows.add(row(recording, now)));
        trip.tell("""
                insert into recordings
                  (workspace_id, id, call_id, leg_id, twilio_recording_sid, conference_sid, status, source, channels,
                   duration_seconds, started_at, created_at, updated_at)
                select workspace_id, id, call_id, leg_id, sid, conference_sid, status, source, channels,
                       duration_seconds, started_at, created_at, updated_at
                from jsonb_to_recordset(?::jsonb) as row
                  (workspace_id uuid, id uuid, call_id uuid, leg_id uuid, sid text, conference_sid text, status text,
                   source text, channels integer, duration_seconds integer, started_at timestamptz,
                   created_at timestamptz, updated_at timestamptz)
                order by sid
                on conflict (workspace_id, twilio_recording_sid) do update set
                  status = excluded.status, channels = excluded.channels,
                  duration_seconds = excluded.duration_seconds, started_at = excluded.started_at,
                  updated_at = excluded.updated_at""", json.writeValueAsString(rows));
        List<Map<String, @Nullable Object>> heard = new ArrayList<>();
        changed.values().stream()
                .map(recording -> new CallKey(recording.workspaceId(), recording.callId()))
                .distinct()
                .forEach(call -> heard.add(urlRow(call)));
        trip.tell("""
                update calls call set
                  recording_url = heard.url, recording_paused = heard.paused and call.ended_at is null
                from jsonb_to_recordset(?::jsonb) as heard
                  (workspace_id uuid, call_id uuid, url text, paused boolean)
                where call.workspace_id = heard.workspace_id and call.id = heard.call_id""", json.writeValueAsString(heard));
    }

    private Map<String, @Nullable Object> urlRow(CallKey call) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("workspace_id", call.workspaceId());
        row.put("call_id", call.callId());
        row.put("url", urlOf(call));
        row.put("paused", isPaused(call));
        return row;
    }

    private static Map<String, @Nullable Object> row(Recording recording, Instant now) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("workspace_id", recording.workspaceId());
        row.put("id", recording.id());
        row.put("call_id", recording.callId());
        row.put("leg_id", recording.legId());
        row.put("sid", recording.sid());
        row.put("conference_sid", recording.conferenceSid());
        row.put("status", recording.status().code());
        row.put("source", recording.source());
        row.put("channels", recording.channels());
        row.put("duration_seconds", recording.durationSeconds());
        row.put("started_at", recording.startedAt());
        row.put("created_at", recording.createdAt());
        row.put("updated_at", now);
        return row;
    }
}
