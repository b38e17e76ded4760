package org.patchbay.simulator.forks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.LegWatcher;
import org.patchbay.simulator.recordings.RecordingDesk;
import org.patchbay.simulator.recordings.RecordingPlan;
import org.patchbay.simulator.rest.Sids;

/// The forks of live calls. Each call's are touched on its account's mailbox only.
public final class Forks {

    private final RecordingDesk desk;
    private final Map<String, List<Fork>> byCall = new ConcurrentHashMap<>();

    public Forks(RecordingDesk desk) {
        this.desk = desk;
    }

    Fork record(Leg leg, String name, RecordingPlan plan) {
        var live = desk.record(leg, plan);
        return add(leg, "Recording", live.sid(), name, live::stop);
    }

    Fork transcribe(Leg leg, String name, TranscriptionPlan plan) {
        String sid = Sids.mint("GT");
        var session = new TranscriptionSession(leg, sid, plan);
        session.start();
        return add(leg, "Transcription", sid, name, session::stop);
    }

    Fork stream(Leg leg, String name, StreamPlan plan) {
        String sid = Sids.mint("MZ");
        var events = new StreamEvents(leg, sid, name.isEmpty() ? sid : name, plan);
        events.tell("stream-started");
        return add(leg, "Stream", sid, name, () -> events.tell("stream-stopped"));
    }

    /// Stops the fork with this name or SID; without a name the call's latest of the kind.
    Optional<Fork> stop(Leg leg, String kind, String nameOrSid) {
        var forks = byCall.getOrDefault(leg.call().sid(), List.of());
        var found = forks.reversed().stream()
                .filter(fork -> fork.kind().equals(kind))
                .filter(fork -> nameOrSid.isEmpty()
                        || fork.name().equals(nameOrSid)
                        || fork.sid().equals(nameOrSid))
                .findFirst();
        found.ifPresent(fork -> {
            forks.remove(fork);
            fork.stop().run();
        });
        return found;
    }

    private Fork add(Leg leg, String kind, String sid, String name, Runnable stop) {
        var fork = new Fork(
                kind, sid, name.isEmpty() ? sid : name, leg.telephony().clock().now(), stop);
        byCall.computeIfAbsent(leg.call().sid(), call -> {
                    leg.watch(new AtTheEnd());
                    return new ArrayList<>(2);
                })
                .add(fork);
        return fork;
    }

    private final class AtTheEnd implements LegWatcher {
        @Override
        public void ended(Leg leg, HangUp why) {
            var forks = byCall.remove(leg.call().sid());
            if (forks != null) {
                List.copyOf(forks).forEach(fork -> fork.stop().run());
            }
        }
    }
}
