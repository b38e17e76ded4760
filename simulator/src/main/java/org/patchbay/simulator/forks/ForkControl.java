package org.patchbay.simulator.forks;

import java.util.Optional;
import org.patchbay.simulator.calls.Leg;

/// Starts and stops forks from outside of TwiML. On the mailbox of the leg.
public record ForkControl(Forks forks) {

    /// A fork as REST shows it.
    public record State(String sid, String name, boolean live) {}

    public State transcribe(Leg leg, String name, TranscriptionPlan plan) {
        return state(forks.transcribe(leg, name, plan), true);
    }

    public State stream(Leg leg, String name, StreamPlan plan) {
        return state(forks.stream(leg, name, plan), true);
    }

    /// @param kind `Transcription` or `Stream`
    public Optional<State> stop(Leg leg, String kind, String nameOrSid) {
        return forks.stop(leg, kind, nameOrSid).map(fork -> state(fork, false));
    }

    private static State state(Fork fork, boolean live) {
        return new State(fork.sid(), fork.name(), live);
    }
}
