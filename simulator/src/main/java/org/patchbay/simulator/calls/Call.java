package org.patchbay.simulator.calls;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.rest.Resource;

/// A call as the REST API knows it; what is going on in it is the business of its [Leg].
public record Call(CallIdentity identity, CallProgress progress) implements Resource {

    /// What never changes.
    ///
    /// @param parentSid the call whose `<Dial>` began this one, or null
    /// @param phoneNumberSid the account's number that is called or calls, or null
    /// @param applicationSid the TwiML application that handles it, or null
    /// @param extra parameters that every webhook of this call carries besides the usual ones: what a
    ///     Voice SDK client passed to `connect`
    public record CallIdentity(
            String sid,
            String accountSid,
            @Nullable String parentSid,
            String from,
            String to,
            Direction direction,
            @Nullable String phoneNumberSid,
            @Nullable String applicationSid,
            Params extra,
            Instant created) {}

    /// What changes.
    ///
    /// @param queueTime time spent waiting for the account's turn to call
    /// @param answered when it became in-progress, or null
    /// @param ended when it reached a final status, or null
    /// @param answeredBy what machine detection found, or null
    public record CallProgress(
            CallStatus status,
            Duration queueTime,
            @Nullable Instant answered,
            @Nullable Instant ended,
            @Nullable String answeredBy,
            Instant updated) {

        static CallProgress queued(Instant now) {
            return new CallProgress(CallStatus.QUEUED, Duration.ZERO, null, null, null, now);
        }

        CallProgress become(CallStatus next, Instant now) {
            return new CallProgress(
                    next,
                    queueTime,
                    next == CallStatus.IN_PROGRESS ? now : answered,
                    next.isFinal() ? now : ended,
                    answeredBy,
                    now);
        }
    }

    @Override
    public String sid() {
        return identity.sid();
    }

    @Override
    public String accountSid() {
        return identity.accountSid();
    }

    public CallStatus status() {
        return progress.status();
    }

    /// From answer to end, in whole seconds; 0 for a call that was never answered or is not over.
    public long durationSeconds() {
        Instant answered = progress.answered();
        Instant ended = progress.ended();
        return answered == null || ended == null
                ? 0
                : Math.round(Duration.between(answered, ended).toMillis() / 1000.0);
    }

    Call become(CallStatus next, Instant now) {
        return new Call(identity, progress.become(next, now));
    }

    Call queuedFor(Duration time, Instant now) {
        return new Call(
                identity,
                new CallProgress(
                        progress.status(), time, progress.answered(), progress.ended(), progress.answeredBy(), now));
    }

    Call answeredBy(String who, Instant now) {
        return new Call(
                identity,
                new CallProgress(
                        progress.status(), progress.queueTime(), progress.answered(), progress.ended(), who, now));
    }
}
