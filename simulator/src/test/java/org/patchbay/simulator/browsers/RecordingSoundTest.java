package org.patchbay.simulator.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Recording;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Map;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.codec.Goertzel;

/// Recordings as a customer fetches them, by frequency.
class RecordingSoundTest {

    private static final double A = 400;
    private static final double B = 700;

    private final AudibleStage stage = new AudibleStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void ofTwoChannelsTheFirstIsWhoDialledAndOneChannelHasBoth() throws Exception {
        stage.application("<Dial record=\"record-from-answer-dual\"><Client>b</Client></Dial>");
        bothTalk();
        var recording = completed();
        assertThat(recording.getChannels()).isEqualTo(2);
        short[][] both = wav(recording, "");
        assertThat(hears(both[0], A) && !hears(both[0], B)).isTrue();
        assertThat(hears(both[1], B) && !hears(both[1], A)).isTrue();
        short[][] mixed = wav(recording, "?RequestedChannels=1");
        assertThat(mixed).hasNumberOfRows(1);
        assertThat(hears(mixed[0], A) && hears(mixed[0], B)).isTrue();
    }

    @Test
    void aConferenceIsRecordedInOneChannel() throws Exception {
        stage.application("<Dial><Conference beep=\"false\" record=\"record-from-start\""
                + " endConferenceOnExit=\"true\">room</Conference></Dial>");
        var a = stage.phone("a", A);
        var b = stage.phone("b", B);
        a.dial(Map.of());
        b.dial(Map.of());
        a.sound().awaitTone(B, A);
        a.hangUp();
        short[][] mixed = wav(completed(), "");
        assertThat(mixed).hasNumberOfRows(1);
        assertThat(hears(mixed[0], B)).isTrue();
    }

    @Test
    void recordTakesWhatTheCallerSaysUntilTheCallerIsSilent() throws Exception {
        stage.application("<Record timeout=\"1\" action=\"/recorded\"/>");
        stage.customer.answers("/recorded", "<Hangup/>");
        var a = stage.phone("a", A);
        a.dial(Map.of());
        a.sound().await(sound -> Goertzel.amplitude(sound, 1000) > 5000, 5);
        AudibleStage.await(
                "it is recorded",
                () -> Recording.reader().read(stage.sdk).iterator().hasNext());
        var live = Recording.reader().read(stage.sdk).iterator().next();
        // Far longer than the time-out: it talks all the time.
        AudibleStage.await(
                "two seconds pass",
                () -> ZonedDateTime.now().isAfter(live.getStartTime().plusSeconds(4)));
        assertThat(stage.customer.received("/recorded")).isEmpty();
        a.sound().stopTalking();
        a.await("hangup");
        short[][] said = wav(completed(), "");
        assertThat(hears(said[0], A)).isTrue();
        assertThat(Goertzel.amplitude(said[0], said[0].length - 1600, said[0].length, A, 8000))
                .isGreaterThan(1000);
    }

    private void bothTalk() throws Exception {
        var a = stage.phone("a", A);
        var b = stage.phone("b", B);
        a.dial(Map.of());
        b.answer();
        a.sound().awaitTone(B, A);
        b.sound().awaitTone(A, B);
        a.hangUp();
        b.await("hangup");
    }

    private Recording completed() {
        AudibleStage.await("the recording is completed", () -> {
            var found = Recording.reader().read(stage.sdk).iterator();
            return found.hasNext() && found.next().getStatus() == Recording.Status.COMPLETED;
        });
        return Recording.reader().read(stage.sdk).iterator().next();
    }

    private short[][] wav(Recording recording, String query) throws Exception {
        var account = stage.simulator.account();
        String basic = Base64.getEncoder().encodeToString((account.sid() + ":" + account.authToken()).getBytes());
        var request = HttpRequest.newBuilder(URI.create(stage.simulator.url() + "/2010-04-01/Accounts/" + account.sid()
                        + "/Recordings/" + recording.getSid() + ".wav" + query))
                .header("Authorization", "Basic " + basic)
                .build();
        byte[] file = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            assertThat(in.getFormat().getSampleRate()).isEqualTo(8000);
            int channels = in.getFormat().getChannels();
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            short[][] samples = new short[channels][bytes.remaining() / 2 / channels];
            for (int i = 0; i < samples[0].length; i++) {
                for (int c = 0; c < channels; c++) {
                    samples[c][i] = bytes.getShort();
                }
            }
            return samples;
        }
    }

    /// Whether a tone is in the middle of it.
    private static boolean hears(short[] samples, double hz) {
        int middle = samples.length / 2;
        return Goertzel.amplitude(samples, middle - 400, middle + 400, hz, 8000) > 2000;
    }
}
