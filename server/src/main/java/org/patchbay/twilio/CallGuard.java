package org.patchbay.twilio;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.patchbay.twilio.TwilioFailure.Kind;

/// Keeps a workspace from waiting for a Twilio that does not answer, again and again: after five failures
/// in a row its requests are refused at once for 15 seconds, then one is tried. Other workspaces do not
/// notice. Refusals by Twilio are answers, not failures.
final class CallGuard {

    static final int FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(15);

    private final CircuitBreakerRegistry breakers;

    CallGuard(Clock clock) {
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindow(FAILURES, FAILURES, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordException(CallGuard::isOutage)
                .clock(clock)
                .build());
    }

    /// @throws TwilioFailure of kind [Kind#HELD_BACK] without having done it, or what the request throws
    <T> T run(UUID workspaceId, Supplier<T> request) {
        CircuitBreaker breaker = breakers.circuitBreaker(workspaceId.toString());
        try {
            return breaker.executeSupplier(request);
        } catch (CallNotPermittedException open) {
            throw TwilioFailure.heldBack(PAUSE);
        } catch (Error fault) {
            // It minds exceptions only, and would wait for the answer of this one for ever.
            breaker.releasePermission();
            throw fault;
        }
    }

    /// New credentials deserve a new try.
    void forget(UUID workspaceId) {
        breakers.remove(workspaceId.toString());
    }

    private static boolean isOutage(Throwable failed) {
        return failed instanceof TwilioFailure failure
                && (failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.UNAVAILABLE);
    }
}
