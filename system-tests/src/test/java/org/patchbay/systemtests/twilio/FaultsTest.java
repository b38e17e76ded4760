package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.simulator.faults.FaultKind;
import org.patchbay.simulator.faults.FaultPlan;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.systemtests.twilio.WatchedTwilio.Refusal;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioSite;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What Twilio does to others, it does to us.
class FaultsTest {

    private final Installation installation = Installation.shared();
    private final Customer customer = installation.customer("Hugo Bennett");
    private final TwilioLogin login = installation.account(5);

    @AfterEach
    void quiet() {
        installation.simulator().faults().clear(login.sid());
        installation.twilio().witness(request -> {});
        installation.twilio().refuseNothing();
    }

    @Test
    void aNumberThatTwilioRefusesDoesNotStopTheOthersAndSaysWhy() {
        String refused = account(login).numbers().list().getFirst().sid();
        installation
                .twilio()
                .refuse(
                        request -> request.is("POST", "/IncomingPhoneNumbers/" + refused),
                        new Refusal(400, 21_649, "Bundle is not approved"));

        JsonNode configuration = customer.configured(login);

        assertThat(configuration.at("/run/state").asString()).isEqualTo("done");
        assertThat(configuration.at("/run/steps/4/failed").asInt()).isEqualTo(1);
        assertThat(customer.connections()).isEqualTo(Map.of("connected", 4, "failed", 1));
        JsonNode number = customer.numbers().stream()
                .filter(one -> one.get("connection").asString().equals("failed"))
                .findFirst()
                .orElseThrow();
        assertThat(number.at("/problem/detail").asString()).contains("Bundle is not approved");
        assertThat(number.at("/problem/twilioCode").asInt()).isEqualTo(21_649);

        installation.twilio().refuseNothing();
        assertThat(customer.repaired().get("state").asString()).isEqualTo("ready");
    }

    @Test
    void anAccountThatMayMakeNoKeySaysSoAndGoesOnOnceItMay() {
        installation
                .twilio()
                .refuse(request -> request.is("POST", "/Keys.json"), new Refusal(403, 20_403, "Forbidden"));

        JsonNode failed = customer.configured(login);

        assertThat(failed.at("/run/state").asString()).isEqualTo("failed");
        assertThat(failed.at("/run/steps/2/problem/type").asString()).endsWith("twilio-refused");
        assertThat(failed.at("/run/steps/3/state").asString()).isEqualTo("waiting");
        installation.twilio().refuseNothing();
        assertThat(customer.again().get("state").asString()).isEqualTo("ready");
        exactlyOneOfEach(5);
    }

    @Test
    void aSuspendedAccountIsNotConnected() {
        installation.twilio().refuse(request -> true, new Refusal(401, 20_005, "Account not active"));

        assertThat(refusal(() -> customer.configure(login))).contains("422").contains("twilio-account-inactive");
        assertThat(customer.configuration().get("state").asString()).isEqualTo("none");
    }

    @Test
    void tooMuchAtOnceIsWaitedForAndNothingIsMadeTwice() {
        faults(FaultPlan.seeded(7).with(FaultKind.REST_TOO_MANY, 0.3));

        assertThat(customer.configured(login).get("state").asString()).isEqualTo("ready");

        exactlyOneOfEach(5);
    }

    /// The simulator does it and answers 500: whoever just repeats has two apps and two keys.
    @Test
    void whatWasCarriedOutWithoutAnAnswerIsNotMadeTwice() {
        AtomicInteger keys = new AtomicInteger();
        AtomicInteger apps = new AtomicInteger();
        installation.twilio().witness(request -> {
            if (request.is("POST", "/Keys.json")) {
                keys.incrementAndGet();
            }
            if (request.is("POST", "/Applications.json")) {
                apps.incrementAndGet();
            }
        });
        faults(FaultPlan.seeded(11).with(FaultKind.REST_ERROR_AFTER, 0.25));

        assertThat(settled().get("state").asString()).isEqualTo("ready");

        faults(FaultPlan.NONE);
        assertThat(keys.get() + apps.get()).isGreaterThanOrEqualTo(2);
        exactlyOneOfEach(5);
    }

    @Test
    void lostConnectionsAreTriedAgain() {
        faults(FaultPlan.seeded(3).with(FaultKind.REST_RESET, 0.2));

        assertThat(settled().get("state").asString()).isEqualTo("ready");

        faults(FaultPlan.NONE);
        exactlyOneOfEach(5);
    }

    @Test
    void aTokenThatIsRevokedInTheMiddleEndsTheRunWithAReasonAndANewOneGoesOn() {
        AtomicInteger set = new AtomicInteger();
        installation.twilio().witness(request -> {
            if (request.is("POST", "/IncomingPhoneNumbers/") && set.incrementAndGet() == 2) {
                installation.simulator().rotateToken(login.sid());
            }
        });

        JsonNode failed = customer.configured(login);

        assertThat(failed.at("/run/state").asString()).isEqualTo("failed");
        assertThat(failed.get("state").asString()).isEqualTo("attention");
        assertThat(failed.at("/run/steps/4/problem/type").asString()).endsWith("twilio-credentials");
        assertThat(failed.at("/run/steps/4/problem/twilioCode").asInt()).isEqualTo(20003);

        String newToken = installation.simulator().accounts().stream()
                .filter(account -> account.sid().equals(login.sid()))
                .findFirst()
                .orElseThrow()
                .authToken();
        installation.twilio().witness(request -> {});
        TwilioLogin renewed = new TwilioLogin(login.sid(), newToken);
        assertThat(customer.configured(renewed).get("state").asString()).isEqualTo("ready");
        assertThat(customer.connections()).isEqualTo(Map.of("connected", 5));
        assertThat(account(renewed).keys().list()).hasSize(1);
    }

    @Test
    void adminsWhoPressSaveAtOnceGetTheSameRun() throws Exception {
        try (ExecutorService admins = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> pressed = IntStream.range(0, 8)
                    .mapToObj(i -> admins.submit(
                            () -> customer.configure(login).get("id").asString()))
                    .toList();
            for (Future<String> run : pressed) {
                assertThat(run.get()).isEqualTo(pressed.getFirst().get());
            }
        }
        assertThat(customer.over().get("state").asString()).isEqualTo("ready");
        exactlyOneOfEach(5);
    }

    @Test
    void clearingIsRefusedWhileSomethingElseIsDone() {
        AtomicReference<String> answer = new AtomicReference<>("");
        installation.twilio().witness(request -> {
            if (request.is("POST", "/Keys.json")) {
                answer.set(refusal(() -> customer.api().call("POST", "/api/twilio/clear-configuration", Map.of())));
            }
        });

        assertThat(customer.configured(login).get("state").asString()).isEqualTo("ready");
        assertThat(answer.get()).contains("409").contains("twilio-busy");
    }

    private static String refusal(Runnable request) {
        try {
            request.run();
            return "";
        } catch (AssertionError refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void whoeverStopsARunStopsItAfterTheNumberThatItIsAt() {
        TwilioLogin many = installation.account(60);
        installation.twilio().witness(request -> {
            if (request.is("POST", "/IncomingPhoneNumbers/")) {
                customer.api().call("POST", "/api/twilio/stop", Map.of());
            }
        });

        JsonNode stopped = customer.configured(many);

        assertThat(stopped.at("/run/state").asString()).isEqualTo("stopped");
        assertThat(customer.connections().getOrDefault("waiting", 0)).isPositive();
        installation.twilio().witness(request -> {});
        assertThat(customer.again().get("state").asString()).isEqualTo("ready");
        assertThat(customer.connections()).isEqualTo(Map.of("connected", 60));
    }

    @Test
    void thousandsOfNumbersAreSetUpAFewAtATimeAndShowHowFarTheyAre() {
        TwilioLogin many = installation.account(3_000);
        customer.configure(many);
        Eventually.is(
                true,
                () -> customer.configuration().at("/run/steps/4/done").asInt() > 0
                        || customer.configuration().at("/run/state").asString().equals("done"));

        JsonNode configuration = customer.over();

        assertThat(configuration.get("state").asString()).isEqualTo("ready");
        assertThat(configuration.at("/numbers/connected").asInt()).isEqualTo(3_000);
        assertThat(configuration.at("/run/steps/4/done").asInt()).isEqualTo(3_000);
        assertThat(installation.twilio().mostAtOnce())
                .as("Twilio limits how much of an account is under way at once")
                .isLessThanOrEqualTo(12);
    }

    @Test
    void theTokenIsInNoLogNoAnswerAndNoRowButEncrypted() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        JsonNode configuration = customer.configured(login);
        customer.verified();
        JsonNode voice = customer.api().call("GET", "/api/voice/token", Map.of());
        customer.cleared();
        root.detachAppender(log);

        String said = log.list.stream()
                .map(event -> event.getFormattedMessage() + event.getMDCPropertyMap())
                .collect(Collectors.joining("\n"));
        assertThat(said)
                .contains("Fetching the account's phone numbers")
                .doesNotContain(login.token())
                .doesNotContain(voice.get("token").asString());
        assertThat(configuration.toString()).doesNotContain(login.token());
        assertThat(rows("outbox", "data::text")).isNotEmpty().noneMatch(row -> row.contains(login.token()));
        assertThat(rows("audit_log", "details::text")).noneMatch(row -> row.contains(login.token()));
        assertThat(rows("provisioning_runs", "steps::text")).noneMatch(row -> row.contains(login.token()));
    }

    /// As often as it takes: an outage may be longer than a run has patience.
    private JsonNode settled() {
        JsonNode configuration = customer.configuration();
        for (int tried = 0; tried < 10; tried++) {
            try {
                configuration = customer.configured(login);
                if (configuration.get("state").asString().equals("ready")) {
                    return configuration;
                }
            } catch (AssertionError refused) {
                assertThat(refused).hasMessageContaining("twilio-unavailable");
            }
        }
        return configuration;
    }

    private void exactlyOneOfEach(int numbers) {
        TwilioAccount account = account(login);
        JsonNode configuration = customer.configuration();
        assertThat(account.keys().list())
                .extracting(key -> key.sid())
                .containsExactly(configuration.get("apiKeySid").asString());
        String app = configuration.get("appSid").asString();
        String name = account.apps().find(app).orElseThrow().settings().name();
        assertThat(account.apps().named(name)).hasSize(1);
        assertThat(account.numbers().list())
                .hasSize(numbers)
                .allSatisfy(number ->
                        assertThat(number.wiring().voiceApplicationSid()).isEqualTo(app));
    }

    private void faults(FaultPlan plan) {
        installation.simulator().faults().set(login.sid(), plan);
    }

    private TwilioAccount account(TwilioLogin who) {
        return new TwilioClients(Clock.systemUTC(), new SimpleMeterRegistry())
                .account(
                        UUID.randomUUID(),
                        new TwilioSite(installation.simulator().url()),
                        new TwilioCredentials(who.sid(), who.token(), Optional.empty(), Optional.empty()));
    }

    private List<String> rows(String table, String column) {
        UUID workspace = UUID.fromString(
                customer.api().call("GET", "/api/workspace", Map.of()).get("id").asString());
        return Tenancy.asWorkspace(
                workspace,
                () -> installation
                        .bean(Transactions.class)
                        .read(() -> installation
                                .bean(JdbcClient.class)
                                .sql("select " + column + " from " + table)
                                .query(String.class)
                                .list()));
    }
}
