package org.patchbay.simulator.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.Transcription;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Script;

class RecordingTest {

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var account = stage.simulator.account();
        String basic = Base64.getEncoder()
                .encodeToString((account.sid() + ":" + account.authToken()).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(stage.simulator.url() + path))
                .header("Authorization", "Basic " + basic);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aMessageIsRecordedReportedAndCanBeHeard() throws Exception {
        stage.voice(
                "<Record action=\"/left\" maxLength=\"30\" recordingStatusCallback=\"/recorded\" transcribe=\"true\""
                        + " transcribeCallback=\"/text\"/>");
        stage.customer.answers("/left", "<Hangup/>");
        stage.incoming(
                Script.answers().after(3).says("Please call me back").after(5).presses("#"));
        stage.pass(20);

        var left = stage.customer.only("/left");
        assertThat(left.get("Digits")).isEqualTo("#");
        assertThat(left.get("RecordingDuration")).isEqualTo("7");
        var recorded = stage.customer.only("/recorded");
        assertThat(recorded.signed()).isTrue();
        assertThat(recorded.get("RecordingStatus")).isEqualTo("completed");
        assertThat(recorded.get("RecordingSource")).isEqualTo("RecordVerb");
        assertThat(recorded.get("RecordingUrl")).isEqualTo(left.get("RecordingUrl"));
        var text = stage.customer.only("/text");
        assertThat(text.get("TranscriptionText")).isEqualTo("Please call me back");
        assertThat(text.get("TranscriptionStatus")).isEqualTo("completed");
        assertThat(Transcription.reader().read(stage.sdk))
                .singleElement()
                .satisfies(one -> assertThat(one.getTranscriptionText()).isEqualTo("Please call me back"));

        var recording = Recording.fetcher(left.get("RecordingSid")).fetch(stage.sdk);
        assertThat(recording.getStatus()).isEqualTo(Recording.Status.COMPLETED);
        assertThat(recording.getDuration()).isEqualTo("7");
        String path = URI.create(left.get("RecordingUrl")).getPath() + ".wav";
        var wav = get(path);
        try (var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav.body()))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8_000);
            assertThat(audio.getFrameLength() / 8_000).isEqualTo(7);
        }
        var part = get(path, "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(10);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 10-19/" + wav.body().length);
        assertThat(get(path, "Range", "bytes=-5").body()).hasSize(5);
        assertThat(get(path, "Range", "bytes=99999999-").statusCode()).isEqualTo(416);
        assertThat(get(path + "?RequestedChannels=2").statusCode()).isEqualTo(400);

        assertThat(Recording.deleter(recording.getSid()).delete(stage.sdk)).isTrue();
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void hangingUpInARecordingIsToldToItsAction() {
        stage.voice("<Record action=\"/left\"/>");
        stage.incoming(Script.answers().after(2).says("Bye").after(1).hangsUp());
        stage.pass(10);
        assertThat(stage.customer.only("/left").get("Digits")).isEqualTo("hangup");
        assertThat(stage.customer.only("/left").get("CallStatus")).isEqualTo("completed");
    }

    @Test
    void silenceEndsARecording() {
        stage.voice("<Record action=\"/left\" timeout=\"4\"/>");
        stage.customer.answers("/left", "<Hangup/>");
        stage.incoming(Script.answers());
        stage.pass(6);
        assertThat(stage.customer.only("/left").get("RecordingDuration")).isEqualTo("4");
    }

    @Test
    void aCallCanBeRecordedFromItsAnswer() {
        stage.customer.answers("/answer", "<Pause length=\"12\"/>");
        stage.callee(Script.answers());
        var call = stage.outgoing("/answer")
                .setRecord(true)
                .setRecordingChannels("dual")
                .setRecordingStatusCallback(stage.customer.url("/recorded"))
                .create(stage.sdk);
        stage.pass(20);
        var end = stage.customer.received("/status").getLast();
        assertThat(end.get("RecordingDuration")).isEqualTo("12");
        assertThat(end.get("RecordingSid")).startsWith("RE");
        assertThat(stage.customer.only("/recorded").get("RecordingSource")).isEqualTo("OutboundAPI");
        assertThat(Recording.reader().setCallSid(call.getSid()).read(stage.sdk))
                .singleElement()
                .satisfies(one -> assertThat(one.getChannels()).isEqualTo(2));
    }

    @Test
    void aLiveCallsRecordingIsStartedPausedAndStoppedByRest() {
        stage.customer.answers("/answer", "<Pause length=\"100\"/>");
        stage.callee(Script.answers());
        var call = stage.outgoing("/answer").create(stage.sdk);
        assertThatThrownBy(() -> com.twilio.rest.api.v2010.account.call.Recording.creator(call.getSid())
                        .create(stage.sdk))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(21220));
        stage.pass(1);
        var started = com.twilio.rest.api.v2010.account.call.Recording.creator(call.getSid())
                .create(stage.sdk);
        assertThat(started.getStatus().toString()).isEqualTo("in-progress");
        stage.pass(4);
        control(call.getSid(), com.twilio.rest.api.v2010.account.call.Recording.Status.PAUSED);
        stage.pass(10);
        control(call.getSid(), com.twilio.rest.api.v2010.account.call.Recording.Status.IN_PROGRESS);
        stage.pass(2);
        control(call.getSid(), com.twilio.rest.api.v2010.account.call.Recording.Status.STOPPED);
        stage.pass(2);
        assertThat(Recording.fetcher(started.getSid()).fetch(stage.sdk).getDuration())
                .isEqualTo("6");
    }

    private void control(String callSid, com.twilio.rest.api.v2010.account.call.Recording.Status status) {
        var changed = com.twilio.rest.api.v2010.account.call.Recording.updater(callSid, "Twilio.CURRENT", status)
                .setPauseBehavior("skip")
                .update(stage.sdk);
        assertThat(changed.getSid()).startsWith("RE");
    }

    @Test
    void startAndStopRunBesideTheCall() {
        stage.voice(
                "<Start><Recording name=\"r\" recordingStatusCallback=\"/recorded\"/><Transcription"
                        + " statusCallbackUrl=\"/said\"/><Stream name=\"s\" url=\"wss://example.com\" statusCallback=\"/stream\"/>"
                        + "</Start><Say>Hello</Say><Pause length=\"5\"/><Stop><Recording name=\"r\"/></Stop><Pause length=\"10\"/>");
        stage.incoming(Script.answers().after(2).says("Hi there"));
        stage.pass(30);
        assertThat(stage.customer.only("/recorded").get("RecordingDuration")).isEqualTo("6");
        assertThat(stage.customer.received("/said"))
                .extracting(r -> r.get("TranscriptionEvent"))
                .containsExactly(
                        "transcription-started",
                        "transcription-content",
                        "transcription-content",
                        "transcription-stopped");
        assertThat(stage.customer.received("/said").get(1).get("TranscriptionData"))
                .contains("Hello");
        assertThat(stage.customer.received("/said").get(2).get("Track")).isEqualTo("inbound_track");
        assertThat(stage.customer.received("/stream"))
                .extracting(r -> r.get("StreamEvent"))
                .containsExactly("stream-started", "stream-stopped");
    }
}
