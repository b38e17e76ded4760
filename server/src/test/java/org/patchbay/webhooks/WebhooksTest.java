package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class WebhooksTest {

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Quill");
    private final UUID workspace = owner.workspaceId();
    private final Twilio twilio = Twilio.account(server).connectedTo(workspace);

    @ParameterizedTest
    @CsvSource({
        "voice, 200",
        "voice/fallback, 200",
        "voice/answer, 200",
        "voice/status, 204",
        "voice/recording, 204",
        "voice/conference, 204",
        "sms/inbound, 200",
        "sms/status, 204",
        "probe, 204",
        "webhook, 200"
    })
    void everyAddressOfTheWorkspaceAnswersTwilio(String path, int status) {
        HttpResponse<String> answer = twilio.post(at(path), twilio.form("FromState", ""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        if (status == 200) {
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualToIgnoringCase("application/xml;charset=utf-8");
            assertThat(answer.body()).startsWith("<?xml").contains("<Response");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/voice/inbound",
                "/api/voice/outbound",
                "/api/voice/status",
                "/api/twilio/voice/answer",
                "/api/twilio/voice/status",
                "/api/twilio/voice/recording",
                "/api/twilio/webhook",
                "/api/twilio/webhook/voice"
            })
    void theAddressesOfOtherSetUpsAnswerToo(String path) {
        assertThat(twilio.post(path, twilio.form()).statusCode()).isIn(200, 204);
        assertThat(twilio.forged().post(path, twilio.form()).statusCode()).isEqualTo(403);
    }

    @Test
    void aCallerOfANumberThatIsNotOursHearsSo() {
        String sid = "CA" + UUID.randomUUID().toString().replace("-", "");
        assertThat(twilio.post(at("voice"), twilio.form("Direction", "inbound", "CallSid", sid))
                        .body())
                .contains("This number is not in use.")
                .contains("<Hangup");
    }

    @Test
    void aCallWithoutASidIsStillAnsweredInWords() {
        assertThat(twilio.post(at("voice"), twilio.form("Direction", "inbound")).body())
                .contains("Thank you for calling Quill's team.")
                .contains("<Hangup");
    }

    @Test
    void theFallbackAsksTheVoiceAddressAgain() {
        assertThat(twilio.post(at("voice/fallback"), twilio.form("ErrorCode", "11200"))
                        .body())
                .contains("<Pause")
                .contains("<Redirect>" + at("voice") + "#rc=3&amp;rp=5xx,ct,rt&amp;tt=15000</Redirect>");
    }

    @Test
    void whatIsNotTwiliosIsRefusedAndShownWithItsReason() {
        String elsewhere = "https://old-tunnel.example.com";
        Map<String, String> form = twilio.form("From", "+15005550009");
        twilio.send(at("voice"), form, Map.of());
        twilio.forged().post(at("sms/inbound"), form);
        twilio.forged().post(at("sms/inbound"), form);
        Map<String, String> forwarded = Map.of(
                "X-Forwarded-Host",
                "old-tunnel.example.com",
                "X-Twilio-Signature",
                TwilioSignature.of(
                        elsewhere + at("voice/status"),
                        Map.of("AccountSid", List.of(twilio.accountSid())),
                        twilio.token()));
        HttpResponse<String> wrongUrl = twilio.send(at("voice/status"), twilio.form(), forwarded);
        Twilio stranger = Twilio.account(server);
        stranger.post(at("voice"), stranger.form());

        assertThat(wrongUrl.statusCode()).isEqualTo(403);
        assertThat(wrongUrl.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(wrongUrl.headers().firstValue("Patchbay-Refused")).contains("wrong-url");
        assertThat(new JsonMapper().readTree(wrongUrl.body()).path("type").asString())
                .isEqualTo("urn:patchbay:problem:webhook-refused");
        Eventually.until("all are counted", () -> rejected().size() == 4);
        assertThat(rejection("no-signature").path("path").asString()).isEqualTo("/api/twilio/{workspaceId}/voice");
        assertThat(rejection("wrong-token").path("count").asInt()).isEqualTo(2);
        assertThat(rejection("wrong-url").path("deliveredTo").asString()).isEqualTo(elsewhere + at("voice/status"));
        assertThat(rejection("unknown-account").path("accountSid").asString()).isEqualTo(stranger.accountSid());
    }

    /// As another node would have changed it: nobody tells this one.
    @Test
    void aTokenThatWasExchangedHoldsAtOnce() {
        assertThat(twilio.post(at("probe"), twilio.form()).statusCode()).isEqualTo(204);
        Twilio exchanged = twilio.withToken("exchanged").connectedTo(workspace);

        assertThat(exchanged.post(at("probe"), twilio.form()).statusCode()).isEqualTo(204);
        assertThat(twilio.post(at("probe"), twilio.form()).statusCode()).isEqualTo(403);
    }

    @Test
    void acceptedDeliveriesAreCountedByKindAndNumber() {
        twilio.number(workspace, "+15005550011");
        for (int i = 0; i < 3; i++) {
            twilio.post(at("voice"), twilio.form("To", "+15005550011", "From", "+15005550099", "Direction", "inbound"));
        }
        twilio.post(at("voice"), twilio.form("To", "+15005550012", "From", "+15005550099", "Direction", "inbound"));
        twilio.post(at("sms/status"), twilio.form("MessageSid", "SM1", "From", "+15005550011", "To", "+15005550099"));

        Eventually.until(
                "all are counted",
                () -> accepted("sms-status", "+15005550011") == 1
                        && accepted("voice", "+15005550011") == 3
                        && accepted("voice", null) == 1);
        assertThat(metric("accepted")).contains("kind=\"voice\"");
    }

    @Test
    void onlyThoseWhoMayReadTheConfigurationSeeThem() {
        assertThat(owner.colleague("Agent", "agent")
                        .get("/api/twilio/deliveries")
                        .problem())
                .isEqualTo("forbidden");
        assertThat(owner.colleague("Super", "supervisor")
                        .get("/api/twilio/deliveries")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nothingSecretAndNobodysWordsAreInALogOrARefusal(CapturedOutput output) {
        Map<String, String> form =
                twilio.form("MessageSid", "SM2", "Body", "my words", "From", "+15005550077", "To", "+15005550078");
        String accepted = twilio.post(at("sms/inbound"), form).body();
        String refused = twilio.forged()
                .post(at("sms/inbound") + "?From=%2B15005550076", form)
                .body();

        assertThat(output.getAll() + accepted + refused)
                .contains("Refused a delivery")
                .doesNotContain(twilio.token())
                .doesNotContain("my words")
                .doesNotContain("5005550077")
                .doesNotContain("5005550076");
    }

    @Test
    void aBodyOverTheLimitIsRefusedAsEverywhere() {
        assertThat(twilio.post(at("sms/inbound"), twilio.form("Body", "x".repeat(1024 * 1024)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void otherMethodsAreNotDeliveries() {
        assertThat(owner.raw("PUT", at("voice"), "", Map.of()).status()).isEqualTo(404);
    }

    private String at(String path) {
        return "/api/twilio/" + workspace + "/" + path;
    }

    private List<JsonNode> rejected() {
        return List.copyOf(
                owner.get("/api/twilio/deliveries").json().path("rejected").values());
    }

    private JsonNode rejection(String reason) {
        return rejected().stream()
                .filter(row -> row.path("reason").asString().equals(reason))
                .findFirst()
                .orElseThrow();
    }

    private long accepted(String kind, @Nullable String number) {
        return owner.get("/api/twilio/deliveries").json().path("accepted").values().stream()
                .filter(row -> row.path("kind").asString().equals(kind))
                .filter(row -> number == null
                        ? row.path("phoneNumber").isNull()
                        : row.path("phoneNumber").asString().equals(number))
                .mapToLong(row -> row.path("count").asLong())
                .sum();
    }

    @Test
    void deliveriesAreMeasuredByTheirKindAndNotAmongTheRequestsOfPeople() {
        twilio.post(at("voice/recording"), twilio.form());
        owner.get("/api/workspace");
        owner.raw("PATCH", at("voice/recording"), null, Map.of());

        List<String> measured =
                server.bean(PrometheusMeterRegistry.class).scrape().lines().toList();

        assertThat(measured)
                .anyMatch(line -> line.startsWith("patchbay_webhooks_answers_seconds_count{kind=\"voice/recording\""))
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_count"))
                .anyMatch(line -> line.startsWith("http_server_requests") && line.contains("method=\"PATCH\""))
                .noneMatch(line -> line.startsWith("http_server_requests")
                        && line.contains("method=\"POST\",outcome=\"SUCCESS\",status=\"204\",uri=\"UNKNOWN\""));
    }

    private String metric(String verdict) {
        return server.bean(PrometheusMeterRegistry.class)
                .scrape()
                .lines()
                .filter(line -> line.startsWith("patchbay_webhooks_total") && line.contains("verdict=\"" + verdict))
                .collect(Collectors.joining("\n"));
    }
}
