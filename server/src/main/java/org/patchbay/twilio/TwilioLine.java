package org.patchbay.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/// One workspace's way to Twilio: every request goes through its [CallGuard] and is counted.
final class TwilioLine {

    private static final String METRIC = "patchbay.twilio.requests";

    private final UUID workspaceId;
    private final TwilioRestClient client;
    private final CallGuard guard;
    private final MeterRegistry meters;

    TwilioLine(UUID workspaceId, TwilioRestClient client, CallGuard guard, MeterRegistry meters) {
        this.workspaceId = workspaceId;
        this.client = client;
        this.guard = guard;
        this.meters = meters;
    }

    /// @param operation a few words for the metrics, e.g. `numbers.update`
    /// @throws TwilioFailure when Twilio does not do it
    <T> T ask(String operation, Function<TwilioRestClient, T> request) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "ok";
        try {
            return guard.run(workspaceId, () -> answered(request));
        } catch (TwilioFailure failure) {
            outcome = failure.kind().name().toLowerCase(Locale.ROOT);
            throw failure;
        } finally {
            sample.stop(meters.timer(METRIC, "operation", operation, "outcome", outcome));
        }
    }

    /// What the SDK can not make sense of, although it was a success, is as good as no answer.
    private <T> T answered(Function<TwilioRestClient, T> request) {
        try {
            return request.apply(client);
        } catch (ApiException unreadable) {
            throw TwilioFailure.unreachable(unreadable, true);
        }
    }
}
