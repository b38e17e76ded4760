package org.patchbay.simulator.calls;

import java.time.Duration;
import java.util.Optional;

/// The party at the other end of a leg, as the network sees it: a scripted phone, a handset driven by
/// hand, a browser, or another call of a simulated account. All methods return at once and are called
/// on the mailbox of the leg's account.
public interface FarEnd {

    /// There is a call for this party. From now on it may use the line.
    void ring(Line line);

    /// Sound begins to flow: for a party that called, its call was answered; for one that answered,
    /// the network knows.
    default void answered() {}

    /// Something is said to this party.
    default void hear(String words) {}

    /// Keys are played to this party.
    default void hearDigits(String digits) {}

    /// What machine detection would hear when this party answers; empty for a person.
    default Optional<Greeting> greeting() {
        return Optional.empty();
    }

    /// What an answering machine says.
    ///
    /// @param length of the words, without the beep
    record Greeting(Duration length, boolean beep) {}

    /// The call is over for this party; the line is dead. Comes exactly once, also when the party hung
    /// up itself.
    default void hungUp(HangUp why) {}
}
