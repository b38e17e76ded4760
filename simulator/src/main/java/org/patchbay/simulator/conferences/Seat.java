package org.patchbay.simulator.conferences;

import org.jspecify.annotations.Nullable;

/// How somebody takes part in a conference: settings that may change while they are in.
///
/// @param label unique in the conference, or null
/// @param coaching whether only the coached leg hears this one
/// @param callSidToCoach remembered also while not coaching, or null
/// @param beepOnEnter whether the others hear a beep when this one enters
/// @param waitUrl heard before the start: null means Twilio's music, empty means silence
public record Seat(
        @Nullable String label,
        boolean muted,
        boolean held,
        boolean coaching,
        @Nullable String callSidToCoach,
        boolean beepOnEnter,
        boolean beepOnExit,
        boolean startOnEnter,
        boolean endOnExit,
        @Nullable String waitUrl,
        String waitMethod) {

    ConferenceRules.Member member() {
        return new ConferenceRules.Member(startOnEnter, endOnExit);
    }

    Seat muted(boolean muted) {
        return new Seat(
                label,
                muted,
                held,
                coaching,
                callSidToCoach,
                beepOnEnter,
                beepOnExit,
                startOnEnter,
                endOnExit,
                waitUrl,
                waitMethod);
    }

    Seat held(boolean held) {
        return new Seat(
                label,
                muted,
                held,
                coaching,
                callSidToCoach,
                beepOnEnter,
                beepOnExit,
                startOnEnter,
                endOnExit,
                waitUrl,
                waitMethod);
    }

    Seat coaching(boolean coaching, @Nullable String callSidToCoach) {
        return new Seat(
                label,
                muted,
                held,
                coaching,
                callSidToCoach,
                beepOnEnter,
                beepOnExit,
                startOnEnter,
                endOnExit,
                waitUrl,
                waitMethod);
    }

    Seat leaving(boolean beepOnExit, boolean endOnExit) {
        return new Seat(
                label,
                muted,
                held,
                coaching,
                callSidToCoach,
                beepOnEnter,
                beepOnExit,
                startOnEnter,
                endOnExit,
                waitUrl,
                waitMethod);
    }

    Seat waiting(@Nullable String waitUrl, String waitMethod) {
        return new Seat(
                label,
                muted,
                held,
                coaching,
                callSidToCoach,
                beepOnEnter,
                beepOnExit,
                startOnEnter,
                endOnExit,
                waitUrl,
                waitMethod);
    }
}
