package org.patchbay.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.twilio.FaultyTwilio.Answer;
import org.patchbay.twilio.TwilioFailure.Kind;

/// How long a request is insisted on.
class RestTransportTest {

    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Patience PATIENCE = new Patience(6, MOMENT, MOMENT, MOMENT);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void aTwilioThatSaysNothingIsNotWaitedForAgainAndAgain() {
        try (FaultyTwilio twilio = new FaultyTwilio(FaultyTwilio.SILENCE)) {
            assertThat(failure(twilio, HttpMethod.GET).outcomeUnknown()).isFalse();
            assertThat(twilio.requests()).hasSize(1);

            assertThat(failure(twilio, HttpMethod.POST).outcomeUnknown()).isTrue();
            assertThat(twilio.requests()).hasSize(2);
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void aTwilioThatAnswersAtOnceIsAskedAsOftenAsMayBe() {
        Patience patient = new Patience(6, MOMENT, MOMENT, Duration.ofMinutes(1));
        try (FaultyTwilio twilio = new FaultyTwilio(Answer.page(503))) {
            TwilioFailure failure = catchThrowableOfType(
                    TwilioFailure.class, () -> transport(twilio, patient).makeRequest(request(HttpMethod.GET)));
            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(twilio.requests()).hasSize(6);
            assertThat(pauses).hasSize(5);
        }
    }

    private TwilioFailure failure(FaultyTwilio twilio, HttpMethod method) {
        TwilioFailure failure = catchThrowableOfType(
                TwilioFailure.class, () -> transport(twilio, PATIENCE).makeRequest(request(method)));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        return failure;
    }

    private RestTransport transport(FaultyTwilio twilio, Patience patience) {
        return new RestTransport(http, twilio.site(), MOMENT, patience, pauses::add);
    }

    private static Request request(HttpMethod method) {
        return new Request(method, "https://api.twilio.com/2010-04-01/Accounts/AC1/Calls.json");
    }
}
