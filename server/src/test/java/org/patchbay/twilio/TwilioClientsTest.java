package org.patchbay.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.testing.SettableClock;
import org.patchbay.twilio.FaultyTwilio.Answer;
import org.patchbay.twilio.TwilioFailure.Kind;

/// What happens to a request when Twilio does not answer as it should.
class TwilioClientsTest {

    private static final String SID = "AC00000000000000000000000000000001";
    private static final Answer ACCOUNT = Answer.json(
            200, "{\"sid\":\"" + SID + "\",\"friendly_name\":\"Quillmere\",\"status\":\"active\",\"type\":\"Full\"}");
    private static final Answer KEY = Answer.json(
            201,
            "{\"sid\":\"SK00000000000000000000000000000001\",\"friendly_name\":\"k\",\"secret\":\"" + "s".repeat(32)
                    + "\"}");
    private static final TwilioCredentials CREDENTIALS =
            new TwilioCredentials(SID, "a secret token", Optional.empty(), Optional.empty());

    private final SettableClock clock = new SettableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final TwilioClients clients = new TwilioClients(clock, meters, pauses::add);
    private final UUID workspace = UUID.randomUUID();

    private TwilioAccount account(FaultyTwilio twilio) {
        return clients.account(workspace, twilio.site(), CREDENTIALS);
    }

    private static TwilioFailure failure(Runnable request) {
        return catchThrowableOfType(TwilioFailure.class, request::run);
    }

    @Test
    void anAnswerIsAnAnswer() {
        try (FaultyTwilio twilio = new FaultyTwilio(ACCOUNT)) {
            assertThat(account(twilio).info())
                    .isEqualTo(new TwilioAccount.Info(SID, "Quillmere", TwilioAccount.Status.ACTIVE, false));
            assertThat(twilio.requests()).containsExactly("GET /2010-04-01/Accounts/" + SID + ".json");
        }
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504"})
    void whatMayHaveBeenDoneIsNeverSentAgain(int status) {
        try (FaultyTwilio twilio = new FaultyTwilio(Answer.page(status), KEY)) {
            TwilioFailure failure = failure(() -> account(twilio).keys().create("k"));
            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.outcomeUnknown()).isTrue();
            assertThat(twilio.requests()).hasSize(1);
        }
    }

    @Test
    void anAnswerThatIsCutOffLeavesOpenWhetherItWasDone() {
        try (FaultyTwilio twilio = new FaultyTwilio(FaultyTwilio.CUT, KEY)) {
            TwilioFailure failure = failure(() -> account(twilio).keys().create("k"));
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.outcomeUnknown()).isTrue();
            assertThat(twilio.requests()).hasSize(1);
        }
    }

    @Test
    void whereNobodyListensNothingWasDone() {
        FaultyTwilio twilio = new FaultyTwilio(KEY);
        twilio.close();
        TwilioFailure failure = failure(() -> account(twilio).keys().create("k"));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.outcomeUnknown()).isFalse();
    }

    @Test
    void tooManyAtOnceIsTriedAgainBecauseNothingWasDone() {
        try (FaultyTwilio twilio = new FaultyTwilio(Answer.error(429, 20429), Answer.error(429, 20429), KEY)) {
            assertThat(account(twilio).keys().create("k").sid()).startsWith("SK");
            assertThat(twilio.requests()).hasSize(3);
            assertThat(pauses).hasSize(2).allMatch(pause -> !pause.isNegative());
        }
    }

    @Test
    void itWaitsAsLongAsTwilioSaysButNotForEver() {
        Answer soon = new Answer(429, "application/json", "{\"code\":20429}", "2");
        Answer late = new Answer(429, "application/json", "{\"code\":20429}", "600");
        try (FaultyTwilio twilio = new FaultyTwilio(soon, late)) {
            TwilioFailure failure = failure(() -> account(twilio).keys().create("k"));
            assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(failure.retryAfter()).contains(Duration.ofMinutes(10));
            assertThat(failure.outcomeUnknown()).isFalse();
            assertThat(pauses).containsExactly(Duration.ofSeconds(2));
        }
    }

    @Test
    void readingIsTriedAgainAfterAnyOutage() {
        try (FaultyTwilio twilio = new FaultyTwilio(Answer.page(502), FaultyTwilio.CUT, ACCOUNT)) {
            assertThat(account(twilio).info().name()).isEqualTo("Quillmere");
            assertThat(twilio.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, 20003, CREDENTIALS, twilio-credentials",
        "403, 20005, ACCOUNT_INACTIVE, twilio-account-inactive",
        "401, 90010, ACCOUNT_INACTIVE, twilio-account-inactive",
        "403, 20403, FORBIDDEN, twilio-refused",
        "400, 21421, REFUSED, twilio-refused",
        "400, 20404, NOT_FOUND, twilio-refused"
    })
    void aRefusalSaysWhatCanBeDone(int status, int code, Kind kind, String slug) {
        try (FaultyTwilio twilio = new FaultyTwilio(Answer.error(status, code))) {
            TwilioFailure failure = failure(() -> account(twilio).info());
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(twilio.requests()).hasSize(1);
            var problem = TwilioProblems.of(failure);
            assertThat(problem.type().slug()).isEqualTo(slug);
            assertThat(problem.twilioCode()).contains(code);
            assertThat(problem.detail()).endsWith(".");
        }
    }

    @Test
    void neitherFailureNorProblemHasTheToken() {
        try (FaultyTwilio twilio = new FaultyTwilio(Answer.error(401, 20003))) {
            TwilioFailure failure = failure(() -> account(twilio).info());
            assertThat(failure.toString() + TwilioProblems.of(failure) + CREDENTIALS)
                    .doesNotContain("a secret token");
        }
    }

    @Test
    void aTwilioThatDoesNotAnswerIsLeftAloneForAWhile() {
        try (FaultyTwilio twilio = new FaultyTwilio(Answer.page(500))) {
            TwilioAccount account = account(twilio);
            for (int i = 0; i < CallGuard.FAILURES; i++) {
                assertThat(failure(() -> account.keys().create("k")).kind()).isEqualTo(Kind.UNAVAILABLE);
            }
            int before = twilio.requests().size();
            assertThat(failure(() -> account.keys().create("k")).kind()).isEqualTo(Kind.HELD_BACK);
            assertThat(twilio.requests()).hasSize(before);

            UUID other = UUID.randomUUID();
            assertThat(failure(() -> clients.account(other, twilio.site(), CREDENTIALS)
                                    .keys()
                                    .create("k"))
                            .kind())
                    .as("another workspace")
                    .isEqualTo(Kind.UNAVAILABLE);

            clock.advance(CallGuard.PAUSE.plusSeconds(1));
            assertThat(failure(() -> account.keys().create("k")).kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure(() -> account.keys().create("k")).kind()).isEqualTo(Kind.HELD_BACK);
            clients.credentialsChanged(workspace);
            assertThat(failure(() -> account.keys().create("k")).kind()).isEqualTo(Kind.UNAVAILABLE);
        }
    }

    @Test
    void refusalsAreAnswersAndDoNotCountAsOutage() {
        try (FaultyTwilio twilio = new FaultyTwilio(Answer.error(400, 21421))) {
            for (int i = 0; i < 3 * CallGuard.FAILURES; i++) {
                assertThat(failure(() -> account(twilio).info()).kind()).isEqualTo(Kind.REFUSED);
            }
        }
    }

    @Test
    void whatIsGoneIsNoFailureWhereItIsOnlyLookedFor() {
        try (FaultyTwilio twilio = new FaultyTwilio(Answer.error(404, 20404))) {
            assertThat(account(twilio).apps().find("AP00000000000000000000000000000001"))
                    .isEmpty();
            account(twilio).keys().delete("SK00000000000000000000000000000001");
            assertThat(failure(() -> account(twilio).info()).kind()).isEqualTo(Kind.NOT_FOUND);
        }
    }

    @Test
    void everyRequestIsCountedByOperationAndOutcome() {
        try (FaultyTwilio twilio = new FaultyTwilio(ACCOUNT, Answer.error(401, 20003))) {
            account(twilio).info();
            failure(() -> account(twilio).info());
            assertThat(count("ok")).isEqualTo(1);
            assertThat(count("credentials")).isEqualTo(1);
        }
    }

    private long count(String outcome) {
        return meters.timer("patchbay.twilio.requests", "operation", "account.fetch", "outcome", outcome)
                .count();
    }

    @Test
    void withoutASimulatorRequestsGoToTwilioItself() {
        URI address = URI.create("https://iam.twilio.com/v1/Keys?PageSize=20");
        assertThat(TwilioSite.TWILIO.here(address)).isEqualTo(address);
        assertThat(new TwilioSite(URI.create("http://127.0.0.1:8090")).here(address))
                .isEqualTo(URI.create("http://127.0.0.1:8090/v1/Keys?PageSize=20"));
    }
}
