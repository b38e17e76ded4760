package org.patchbay.calls.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Act;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Decision;
import org.patchbay.database.Audience;
import org.patchbay.database.OutboxBatch.Fact;
import org.patchbay.database.jobs.JobBatch;
import org.patchbay.kernel.Ids;

/// What one batch has the desks told and the schedule do.
final class Consequences {

    private record RecordingView(
            UUID callId,
            UUID recordingId,
            @Nullable String url,
            @Nullable Integer durationSeconds) {}

    private final List<Fact> facts = new ArrayList<>();
    private final List<JobBatch.Row> jobs = new ArrayList<>();
    private final Set<UUID> freed = new LinkedHashSet<>();

    /// @param writeUp what else desks are shown of the call
    void follow(Decision decision, WriteUp writeUp, Instant now) {
        CallState after = decision.after();
        for (Act act : decision.acts()) {
            switch (act) {
                case Act.Offer(var members) -> tell(after, writeUp, "call.offered", Audience.of(members), now);
                case Act.Claimed claimed -> tell(after, writeUp, "call.claimed", Audience.everyone(), now);
                case Act.Updated updated -> tell(after, writeUp, "call.updated", Audience.everyone(), now);
                case Act.Ended ended -> tell(after, writeUp, "call.ended", Audience.everyone(), now);
                case Act.Later later -> remind(after, later);
                case Act.Ring ring -> act(after, ring, now);
                case Act.Find find -> act(after, find, now);
                case Act.EndLeg end -> act(after, end, now);
                case Act.TurnLeg turn -> act(after, turn, now);
                case Act.AskRoom ask -> act(after, ask, now);
            }
        }
    }

    void ready(Recording recording, Instant now) {
        RecordingView view =
                new RecordingView(recording.callId(), recording.id(), recording.url(), recording.durationSeconds());
        facts.add(new Fact(recording.workspaceId(), now, "recording.ready", Audience.everyone(), view));
    }

    /// Desks are to show something else of a call, though nothing was decided about it.
    void shown(CallState call, WriteUp writeUp, Instant now) {
        tell(call, writeUp, "call.updated", Audience.everyone(), now);
    }

    /// A member of that workspace has no call any more.
    void freed(UUID workspaceId) {
        freed.add(workspaceId);
    }

    private void tell(CallState call, WriteUp writeUp, String type, Audience audience, Instant now) {
        facts.add(new Fact(call.call().workspaceId(), now, type, audience, writeUp.with(call.call())));
    }

    private void remind(CallState call, Act.Later later) {
        UUID id = Ids.next();
        UUID workspaceId = call.call().workspaceId();
        CallJobs.Later data = new CallJobs.Later(id, workspaceId, call.call().id(), LaterCode.of(later.event()));
        jobs.add(new JobBatch.Row(CallJobs.LATER, workspaceId + ":" + id, data, later.at()));
    }

    private void act(CallState call, Act act, Instant now) {
        UUID workspaceId = call.call().workspaceId();
        CallJobs.ToDo data =
                new CallJobs.ToDo(workspaceId, call.call().id(), ActCode.of(act).orElseThrow());
        jobs.add(new JobBatch.Row(CallJobs.ACT, workspaceId + ":" + Ids.next(), data, now));
    }

    List<Fact> facts() {
        return facts;
    }

    List<JobBatch.Row> jobs() {
        return jobs;
    }

    Set<UUID> freed() {
        return freed;
    }
}
