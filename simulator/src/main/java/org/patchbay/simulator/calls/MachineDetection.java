package org.patchbay.simulator.calls;

import java.time.Duration;
import java.util.Optional;

/// Answering-machine detection (<https://www.twilio.com/docs/voice/answering-machine-detection>). The
/// simulator knows who answered; only how long Twilio would need to find out is worked out here.
///
/// @param awaitEnd mode DetectMessageEnd: wait for the end of a machine's greeting
/// @param timeout give up and say `unknown`
/// @param speechThreshold speech longer than this is a machine's
/// @param speechEndThreshold silence after speech that ends it
public record MachineDetection(
        boolean awaitEnd, Duration timeout, Duration speechThreshold, Duration speechEndThreshold) {

    /// What a person says when picking up.
    private static final Duration HELLO = Duration.ofMillis(800);

    /// @param answeredBy Twilio's word
    /// @param after how long it took since the answer
    public record Verdict(String answeredBy, Duration after) {}

    public Verdict verdict(Optional<FarEnd.Greeting> greeting) {
        Verdict verdict =
                greeting.map(this::machine).orElseGet(() -> new Verdict("human", HELLO.plus(speechEndThreshold)));
        return verdict.after().compareTo(timeout) > 0 ? new Verdict("unknown", timeout) : verdict;
    }

    private Verdict machine(FarEnd.Greeting greeting) {
        if (!awaitEnd) {
            return greeting.length().compareTo(speechThreshold) < 0
                    ? new Verdict("human", greeting.length().plus(speechEndThreshold))
                    : new Verdict("machine_start", speechThreshold);
        }
        return greeting.beep()
                ? new Verdict("machine_end_beep", greeting.length().plusSeconds(1))
                : new Verdict("machine_end_silence", greeting.length().plus(speechEndThreshold));
    }
}
