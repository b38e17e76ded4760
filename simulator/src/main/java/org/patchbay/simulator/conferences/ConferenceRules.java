package org.patchbay.simulator.conferences;

import java.util.Collection;
import java.util.Optional;

/// When a conference starts and ends
/// (<https://www.twilio.com/docs/voice/twiml/conference#attributes>).
final class ConferenceRules {

    private ConferenceRules() {}

    /// What the rules need to know about a participant who is in.
    record Member(boolean startsOnEnter, boolean endsOnExit) {}

    /// It starts when at least two are in and at least one of them has startConferenceOnEnter: alone,
    /// even with it, one only hears one's wait music.
    static boolean starts(Collection<Member> present) {
        return present.size() >= 2 && present.stream().anyMatch(Member::startsOnEnter);
    }

    /// Whether it ends because this member left.
    ///
    /// @param kicked removed by REST, not gone by itself
    /// @param remaining how many are still in
    static Optional<EndReason> afterLeaving(Member left, boolean kicked, int remaining) {
        if (left.endsOnExit()) {
            return Optional.of(kicked ? EndReason.PARTICIPANT_WITH_END_KICKED : EndReason.PARTICIPANT_WITH_END_LEFT);
        }
        if (remaining == 0) {
            return Optional.of(kicked ? EndReason.LAST_PARTICIPANT_KICKED : EndReason.LAST_PARTICIPANT_LEFT);
        }
        return Optional.empty();
    }
}
