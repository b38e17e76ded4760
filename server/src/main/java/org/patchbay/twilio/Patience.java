package org.patchbay.twilio;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// When a request is sent once more, and how long before.
///
/// @param attempts all in all
/// @param first the pause after the first failure; it doubles, and a third of it is chance, so that many
///     do not come back at the same moment
/// @param longest no pause is longer; who is told to wait longer gives up
/// @param altogether no attempt begins later than that after the first one: a Twilio that refuses at once is tried
///     as often as may be, one that says nothing is not waited for again and again
record Patience(int attempts, Duration first, Duration longest, Duration altogether) {

    /// For work in the background.
    static final Patience LONG = new Patience(6, Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofSeconds(12));

    /// For somebody who waits for the answer.
    static final Patience SHORT = new Patience(3, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5));

    /// For a caller who hears silence meanwhile.
    static final Patience NONE = new Patience(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /// How long to wait before the next attempt.
    ///
    /// @param reading whether the request changes nothing
    /// @param attempt how often it has been tried
    /// @param spent since the first attempt began
    /// @return empty if it is not to be tried again
    Optional<Duration> before(TwilioFailure failure, boolean reading, int attempt, Duration spent) {
        if (attempt >= attempts || spent.compareTo(altogether) >= 0 || !isRepeatable(failure, reading)) {
            return Optional.empty();
        }
        Duration pause = failure.retryAfter().orElseGet(() -> pauseAfter(attempt));
        return Optional.of(pause).filter(wait -> wait.compareTo(longest) <= 0);
    }

    /// What changes something is only repeated when Twilio says that it was not done.
    private static boolean isRepeatable(TwilioFailure failure, boolean reading) {
        return switch (failure.kind()) {
            case RATE_LIMITED -> true;
            case UNAVAILABLE, UNREACHABLE -> reading;
            default -> false;
        };
    }

    private Duration pauseAfter(int attempt) {
        long full = Math.min(first.toMillis() << Math.min(attempt - 1, 16), longest.toMillis());
        return Duration.ofMillis(full - ThreadLocalRandom.current().nextLong(full / 3 + 1));
    }
}
