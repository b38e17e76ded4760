package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.testing.Contract;

class WebhookPathTest {

    private static final UUID WORKSPACE = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91");

    @ParameterizedTest
    @CsvSource({
        "voice, VOICE",
        "voice/fallback, VOICE_FALLBACK",
        "voice/status, VOICE_STATUS",
        "voice/recording, VOICE_RECORDING",
        "voice/conference, VOICE_CONFERENCE",
        "voice/answer, VOICE_ANSWER",
        "sms/inbound, SMS_INBOUND",
        "sms/status, SMS_STATUS",
        "probe, PROBE",
        "webhook, SMS_INBOUND",
    })
    void everyPathOfAWorkspaceReachesItsKind(String path, WebhookKind kind) {
        assertThat(WebhookPath.of("/api/twilio/" + WORKSPACE + "/" + path))
                .contains(new WebhookPath(kind, Optional.of(WORKSPACE), "/api/twilio/{workspaceId}/" + path));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/voice/inbound, VOICE",
        "/api/voice/outbound, VOICE",
        "/api/voice/status, VOICE_STATUS",
        "/api/twilio/voice/answer, VOICE_ANSWER",
        "/api/twilio/voice/status, VOICE_STATUS",
        "/api/twilio/voice/recording, VOICE_RECORDING",
        "/api/twilio/webhook, SMS_INBOUND",
        "/api/twilio/webhook/voice, VOICE",
    })
    void thePathsOfOtherSetUpsWorkWithoutAWorkspace(String path, WebhookKind kind) {
        assertThat(WebhookPath.of(path)).contains(new WebhookPath(kind, Optional.empty(), path));
    }

    @Test
    void theOneAddressOfANumberTakesCallsAndTexts() throws Exception {
        WebhookPath path =
                WebhookPath.of("/api/twilio/" + WORKSPACE + "/webhook").orElseThrow();
        assertThat(path.kindOf(Parameters.parse("CallSid=CA1"))).isEqualTo(WebhookKind.VOICE);
        assertThat(path.kindOf(Parameters.parse("MessageSid=SM1"))).isEqualTo(WebhookKind.SMS_INBOUND);
    }

    @Test
    void noRouteOfOurOwnApiIsTaken() {
        List<String> ours = Contract.document().getPaths().keySet().stream()
                .map(path -> path.replaceAll("\\{[^}]*}", WORKSPACE.toString()))
                .toList();

        assertThat(ours)
                .contains("/api/twilio/verify", "/api/voice/token")
                .allSatisfy(path -> assertThat(WebhookPath.of(path)).as(path).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api/twilio",
                "/api/twilio/",
                "/api/twilio/0190163d-8694-739b-aea5-966c26f8ad91",
                "/api/twilio/0190163d-8694-739b-aea5-966c26f8ad91/",
                "/api/twilio/0190163d-8694-739b-aea5-966c26f8ad91/voice/",
                "/api/twilio/0190163d-8694-739b-aea5-966c26f8ad91//voice",
                "/api/twilio/0190163d-8694-739b-aea5-966c26f8ad91/voice;a=b",
                "/api/twilio/0190163d-8694-739b-aea5-966c26f8ad91/%76oice",
                "/api/twilio/0190163d-8694-739b-aea5-966c26f8ad91/voice/hangup",
                "/api/twilio/0190163d-8694-739b-aea5-966c26f8ad91/configuration",
                "/api/twilio/1-1-1-1-1/voice",
                "/api/twilio/me/voice",
                "/api/voice/inbound/",
                "/API/voice/inbound",
                "//api/voice/inbound",
            })
    void anotherSpellingIsNotTaken(String path) {
        assertThat(WebhookPath.of(path)).isEmpty();
    }
}
