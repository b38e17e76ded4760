package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;

/// A call is recorded, and whoever may hear it can. With real sound, so that there is something to hear.
class RecordingTest {

    private static Installation installation;

    private Practice practice;
    private Agent ada;

    @BeforeAll
    static void start() {
        installation = Installation.withSound();
    }

    @BeforeEach
    void open() {
        practice = Practice.open(installation);
        ada = practice.agent("Ada Nkemelu");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void aRecordedCallCanBeHeardByThoseWhoMay() {
        Agent bruno = practice.agent("Bruno Keller");
        Agent sam = practice.agent("Sam Okoro", "supervisor");
        String callId = spoken();

        String url = Eventually.some("a recording that can be heard", () -> recordingUrl(callId));

        ada.frames().await("recording.ready", callId);
        HttpResponse<byte[]> all = ada.api().download(url + "?format=wav");
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(all.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(new String(all.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(all.body().length).isGreaterThan(1_000);
        HttpResponse<byte[]> part = ada.api().download(url + "?format=wav", "Range", "bytes=8-11");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 8-11/" + all.body().length);
        assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("WAVE");
        assertThat(ada.api()
                        .download(url + "?format=wav", "Range", "bytes=99999999-")
                        .statusCode())
                .isEqualTo(416);

        assertThat(bruno.api().download(url).statusCode())
                .as("an agent who had no part in it")
                .isEqualTo(404);
        assertThat(sam.api().download(url).statusCode()).as("a supervisor").isEqualTo(200);
        assertThat(new String(bruno.api().download(url).body(), StandardCharsets.UTF_8))
                .doesNotContain("RE");
        assertThat(practice.owner()
                        .api()
                        .call("GET", "/api/audit-log?limit=50", Map.of())
                        .path("items")
                        .valueStream()
                        .filter(entry -> entry.path("action").asString().equals("recording.played"))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whereNothingIsRecordedThereIsNoNoticeAndNoRecording() {
        practice.owner().api().call("PUT", "/api/call-settings", Map.of("record", false, "notice", "Recorded."));
        Phone customer = practice.phone();
        PhoneCall call = practice.calls(customer, Script.answers());
        String callId = ada.offered();
        ada.takes(callId);
        ada.awaits(callId, "in-progress");
        assertThat(ada.call(callId).path("recorded").asBoolean()).isFalse();
        call.hangUp();
        practice.awaits(callId, "completed");
        Eventually.is(true, () -> Practice.timeline(practice.detail(callId)).contains("room.ended"));

        assertThat(customer.heard()).isEmpty();
        assertThat(practice.detail(callId).path("recordings")).isEmpty();
        assertThat(recordingUrl(callId)).isEmpty();
    }

    @Test
    void aNumberMayHaveItOtherwiseThanTheWorkspace() {
        practice.number(Map.of("recording", "off"));
        practice.calls(practice.phone(), Script.answers());
        assertThat(ada.call(ada.offered()).path("recorded").asBoolean()).isFalse();
    }

    /// A call of some seconds.
    private String spoken() {
        practice.calls(
                practice.phone(),
                Script.answers().after(2).says("Good morning").after(3).hangsUp());
        String callId = ada.offered();
        ada.takes(callId);
        practice.awaits(callId, "completed");
        return callId;
    }

    private Optional<String> recordingUrl(String callId) {
        return Optional.ofNullable(
                practice.detail(callId).at("/call/recordingUrl").asString(null));
    }
}
