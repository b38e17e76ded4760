package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.faults.FaultKind;
import org.patchbay.simulator.faults.FaultPlan;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.audio.WavSound;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;

/// A call is recorded, and whoever may hear it can. With real sound, so that there is something to hear.
class RecordingTest {

    private static final int SILENT = 0;
    private static final int OPEN = 440;
    private static final int SECRET = 880;
    private static final int AFTER = 1320;

    private static Installation installation;

    private Practice practice;
    private Upkeep upkeep;
    private Agent ada;

    @BeforeAll
    static void start() {
        installation = Installation.withSound();
    }

    @BeforeEach
    void open() {
        practice = Practice.open(installation);
        upkeep = new Upkeep(practice);
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
        HttpResponse<byte[]> asPlayed = sam.api().download(url);
        assertThat(asPlayed.statusCode()).as("a supervisor").isEqualTo(200);
        assertThat(asPlayed.headers().firstValue("Content-Disposition").orElse(""))
                .as("the simulator has no MP3")
                .endsWith(".wav\"");
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
        practice.owner().api().call("PUT", "/api/call-settings", settings(false, null));
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

    @Test
    void whatIsSaidWhileItIsPausedIsNotInTheRecording() throws Exception {
        PhoneCall customer = practice.calls(practice.phone());
        String callId = ada.offered();
        Ears ears = Ears.of(installation, ada.takes(callId));
        practice.awaitsBoth(callId);
        Eventually.is(1, () -> practice.detail(callId).path("recordings").size());
        Ears mouth = Ears.of(installation, customer);

        mouth.sounds(OPEN);
        ears.awaits(OPEN);
        assertThat(asked(ada, callId, "pause").json().path("recordingPaused").asBoolean())
                .isTrue();
        assertThat(asked(ada, callId, "pause").status()).as("twice").isEqualTo(200);
        mouth.sounds(SECRET);
        ears.awaits(SECRET);
        mouth.sounds(SILENT);
        ears.awaitsNone(SECRET);
        assertThat(asked(ada, callId, "resume").json().path("recordingPaused").asBoolean())
                .isFalse();
        mouth.sounds(AFTER);
        ears.awaits(AFTER);
        asked(ada, callId, "pause");
        customer.hangUp();

        practice.awaits(callId, "completed");
        assertThat(ada.call(callId).path("recordingPaused").asBoolean())
                .as("over, nothing is paused")
                .isFalse();
        assertThat(asked(ada, callId, "pause").problem()).isEqualTo("call-over");
        String url = Eventually.some("a recording that can be heard", () -> recordingUrl(callId));
        WavSound recorded = WavSound.of(ada.api().download(url + "?format=wav").body());
        assertThat(recorded.contains(0, OPEN)).as("what was said before").isTrue();
        assertThat(recorded.contains(0, SECRET)).as("what was said meanwhile").isFalse();
        assertThat(recorded.contains(0, AFTER)).as("what was said afterwards").isTrue();
        assertThat(Practice.timeline(practice.detail(callId))).contains("recording.paused", "recording.resumed");
    }

    @Test
    void whatTwilioDoesNotConfirmIsNotSaidAndOnlyThoseWhoMayPause() {
        Agent bruno = practice.agent("Bruno Keller");
        bruno.is("away");
        Agent sam = practice.agent("Sam Okoro", "supervisor");
        sam.is("away");
        practice.calls(practice.phone());
        String callId = ada.offered();
        ada.takes(callId);
        practice.awaitsBoth(callId);
        Eventually.is(1, () -> practice.detail(callId).path("recordings").size());

        assertThat(asked(bruno, callId, "pause").status()).isEqualTo(403);
        faults(FaultKind.REST_ERROR_BEFORE);
        assertThat(asked(sam, callId, "pause").status()).as("not done").isGreaterThan(400);
        assertThat(ada.call(callId).path("recordingPaused").asBoolean()).isFalse();
        clear();
        assertThat(asked(sam, callId, "pause").json().path("recordingPaused").asBoolean())
                .isTrue();
        ada.hangUp(callId);
        practice.awaits(callId, "completed");
    }

    @Test
    void aDeletedRecordingIsGoneHereAndAtTwilio() {
        String callId = spoken();
        String url = Eventually.some("a recording that can be heard", () -> recordingUrl(callId));
        String recording = "/api/recordings/"
                + practice.detail(callId).at("/recordings/0/id").asString();

        assertThat(ada.api().ask("DELETE", recording, Map.of()).status()).isEqualTo(403);
        Program owner = practice.owner().api();
        assertThat(owner.ask("DELETE", recording, Map.of()).status()).isEqualTo(204);
        assertThat(owner.ask("DELETE", recording, Map.of()).status())
                .as("again")
                .isEqualTo(204);

        isDeleted(callId);
        assertThat(owner.download(url).statusCode()).isEqualTo(404);
        assertThat(audited("recording.deleted")).isEqualTo(1);
    }

    @Test
    void aRecordingIsKeptForSoManyDays() {
        String callId = spoken();
        Eventually.some("a recording that can be heard", () -> recordingUrl(callId));
        Program owner = practice.owner().api();
        owner.call("PUT", "/api/call-settings", settings(true, 30));
        assertThat(owner.call("GET", "/api/call-settings", Map.of())
                        .path("keepRecordingsDays")
                        .asInt())
                .isEqualTo(30);

        upkeep.change("update recordings set created_at = created_at - interval '29 days'");
        upkeep.runsNow("recordings.retention");
        assertThat(recordingUrl(callId)).as("on the last day").isPresent();
        upkeep.change("update recordings set created_at = created_at - interval '2 days'");
        upkeep.runsNow("recordings.retention");

        isDeleted(callId);
        assertThat(audited("recording.expired")).isEqualTo(1);
    }

    @Test
    void aRecordingWhoseCallbackWasLostIsFound() {
        practice.calls(
                practice.phone(),
                Script.answers().after(4).says("Good morning").after(3).hangsUp());
        String callId = ada.offered();
        ada.takes(callId);
        practice.awaitsBoth(callId);
        faults(FaultKind.CALLBACK_DROP);
        practice.awaits(callId, "completed");

        String url = Eventually.some("a recording that can be heard", () -> recordingUrl(callId));

        assertThat(ada.api().download(url + "?format=wav").statusCode()).isEqualTo(200);
        assertThat(practice.detail(callId)
                        .path("events")
                        .valueStream()
                        .filter(event -> event.path("type").asString().equals("recording.completed"))
                        .map(event -> event.path("source").asString()))
                .containsExactly("reconciliation");
    }

    private static Program.Answer asked(Agent agent, String callId, String what) {
        return agent.api().ask("POST", "/api/calls/" + callId + "/recording/" + what, Map.of());
    }

    private static Map<String, Object> settings(boolean record, @Nullable Integer days) {
        Map<String, Object> settings = new HashMap<>(Map.of("record", record, "notice", "Recorded."));
        settings.put("keepRecordingsDays", days);
        return settings;
    }

    private void isDeleted(String callId) {
        Eventually.is(
                "deleted",
                () -> practice.detail(callId).at("/recordings/0/status").asString());
        assertThat(recordingUrl(callId)).isEmpty();
        assertThat(practice.login()
                        .at(installation.simulator().url())
                        .recordings()
                        .createdSince(Instant.EPOCH, 10))
                .isEmpty();
        ada.frames().await("call.updated", callId);
    }

    private long audited(String action) {
        return practice.owner()
                .api()
                .call("GET", "/api/audit-log?limit=50", Map.of())
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("action").asString().equals(action))
                .count();
    }

    private void faults(FaultKind kind) {
        installation
                .simulator()
                .faults()
                .set(practice.login().sid(), FaultPlan.seeded(1).with(kind, 1));
    }

    @AfterEach
    void clear() {
        installation.simulator().faults().clear(practice.login().sid());
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
