package org.patchbay.simulator.conferences;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What REST wants to be different about a participant; what is empty stays.
public record SeatChange(
        Optional<Boolean> muted,
        Optional<Boolean> held,
        @Nullable String holdUrl,
        String holdMethod,
        Optional<Boolean> coaching,
        @Nullable String callSidToCoach,
        Optional<Boolean> beepOnExit,
        Optional<Boolean> endOnExit,
        Optional<String> waitUrl,
        String waitMethod) {

    /// Applies the change and reports each part of it.
    public void apply(Conference conference, Participant participant) {
        var before = participant.seat();
        var coached = callSidToCoach == null ? before.callSidToCoach() : callSidToCoach;
        if (held.isPresent()) {
            participant.holdWith(holdUrl, holdMethod);
        }
        participant.take(before.muted(muted.orElse(before.muted()))
                .held(held.orElse(before.held()))
                .coaching(coaching.orElse(before.coaching()), coached)
                .leaving(beepOnExit.orElse(before.beepOnExit()), endOnExit.orElse(before.endOnExit()))
                .waiting(waitUrl.orElse(before.waitUrl()), waitMethod));
        var after = participant.seat();
        if (after.equals(before)) {
            return;
        }
        boolean tune = after.held() != before.held() || waitUrl.isPresent();
        conference.seated(participant, tune);
        report(conference.reporter(), participant, before);
    }

    private static void report(ConferenceReporter reporter, Participant participant, Seat before) {
        var after = participant.seat();
        if (after.muted() != before.muted()) {
            reporter.muted(participant);
        }
        if (after.held() != before.held()) {
            reporter.held(participant);
        }
        if (!after.muted(before.muted()).held(before.held()).equals(before)) {
            reporter.modified(participant);
        }
    }
}
