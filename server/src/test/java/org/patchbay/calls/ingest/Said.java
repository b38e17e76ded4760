package org.patchbay.calls.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallEvent.Accept;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.LegStatus;
import org.patchbay.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

/// Things that are said about calls.
final class Said {

    static final Instant WHEN = Instant.parse("2026-11-20T10:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Said() {}

    static Told caller(UUID workspace, String sid) {
        return caller(workspace, sid, DedupeKey.of("voice", sid));
    }

    static Told caller(UUID workspace, String sid, UUID key) {
        return Told.of(
                        workspace,
                        new Matter.NewCaller(sid, "+15005550001", Office.NUMBER, null),
                        key,
                        Source.WEBHOOK,
                        "call.incoming",
                        WHEN)
                .with(Map.of("CallSid", sid))
                .answeredBy(request ->
                        "<Response>" + request.reply() + request.call().call().id() + "</Response>");
    }

    static Told gone(UUID workspace, String sid) {
        return Told.of(
                workspace,
                new Matter.CallerReported(sid, "+15005550001", Office.NUMBER, null, LegStatus.COMPLETED, -1, 5, null),
                DedupeKey.of("status", sid, "completed"),
                Source.WEBHOOK,
                "leg.completed",
                WHEN);
    }

    static Told accept(UUID workspace, UUID call, UUID member) {
        return of(workspace, call, new Accept(member, "Ada " + member), Ids.next());
    }

    static Told status(UUID workspace, UUID call, String sid, LegStatus status, int sequence) {
        return of(
                workspace,
                call,
                new LegReported(null, sid, status, sequence, null, null),
                DedupeKey.of("status", sid, status.code(), String.valueOf(sequence)));
    }

    static Told of(UUID workspace, UUID call, CallEvent event, UUID key) {
        return Told.of(
                workspace,
                new Matter.Happened(new Matter.Where.Id(call), event),
                key,
                Source.WEBHOOK,
                event.getClass().getSimpleName(),
                WHEN);
    }

    static Told bySid(UUID workspace, String sid, CallEvent event, UUID key) {
        return Told.of(
                workspace,
                new Matter.Happened(new Matter.Where.Sid(sid), event),
                key,
                Source.WEBHOOK,
                event.getClass().getSimpleName(),
                WHEN);
    }

    /// As it waits to be written.
    static Entry entry(Told told) {
        return Entry.of(told, JSON);
    }
}
