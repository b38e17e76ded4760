package org.patchbay.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.twilio.RecordingMedia.Format;
import org.patchbay.twilio.TwilioFailure.Kind;

/// How a recording's sound is fetched where the simulator can not show it: from other hosts, and from a Twilio
/// that fails.
class RecordingSoundTest {

    private static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final String TOKEN = "a secret token";
    private static final String SID = "RE00000000000000000000000000000001";
    private static final String PATH = "/2010-04-01/Accounts/" + ACCOUNT + "/Recordings/" + SID;
    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
    private static final String SOUND = "RIFF and so on";

    private final Host twilio = new Host();
    private final Host elsewhere = new Host();
    private final AccountRecordings recordings = new TwilioClients(Clock.systemUTC(), new SimpleMeterRegistry())
            .account(
                    UUID.randomUUID(),
                    new TwilioSite(twilio.url("")),
                    new TwilioCredentials(ACCOUNT, TOKEN, Optional.empty(), Optional.empty()))
            .recordings();

    @AfterEach
    void stop() {
        twilio.server.stop(0);
        elsewhere.server.stop(0);
    }

    /// A web server that answers one thing, and remembers what it was shown.
    private static final class Host {

        record Seen(
                String path,
                @Nullable String authorization,
                @Nullable String range) {}

        private final HttpServer server;
        private final List<Seen> seen = new CopyOnWriteArrayList<>();
        private volatile int status = 200;
        private volatile String location = "";
        private volatile String body = SOUND;

        Host() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            server.createContext("/", this::answer);
            server.start();
        }

        URI url(String path) {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        }

        void answers(int code, String content) {
            status = code;
            body = content;
        }

        void sendsOn(int code, String to) {
            status = code;
            location = to;
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                seen.add(new Seen(
                        exchange.getRequestURI().toString(),
                        headers.getFirst("Authorization"),
                        headers.getFirst("Range")));
                if (!location.isEmpty()) {
                    exchange.getResponseHeaders().set("Location", location);
                }
                exchange.getResponseHeaders().set("Content-Type", "audio/x-wav");
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private String heard(@Nullable String range) throws IOException {
        try (RecordingMedia media = recordings.media(SID, Format.WAV, range).orElseThrow()) {
            return new String(media.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void twilioIsShownTheCredentialsAndSaysWhatComes() throws IOException {
        try (RecordingMedia media = recordings.media(SID, Format.MP3, null).orElseThrow()) {
            assertThat(media.status()).isEqualTo(200);
            assertThat(media.contentType()).isEqualTo("audio/x-wav");
            assertThat(media.length()).hasValue(SOUND.length());
            assertThat(media.contentRange()).isEmpty();
            assertThat(media.body()).hasContent(SOUND);
        }
        assertThat(twilio.seen).containsExactly(new Host.Seen(PATH + ".mp3", CREDENTIALS, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void anotherHostIsShownTheRangeButNotTheCredentials(int status) throws IOException {
        twilio.sendsOn(status, elsewhere.url("/bucket/sound?signed=yes").toString());
        assertThat(heard("bytes=0-99")).isEqualTo(SOUND);
        assertThat(twilio.seen).containsExactly(new Host.Seen(PATH + ".wav", CREDENTIALS, "bytes=0-99"));
        assertThat(elsewhere.seen).containsExactly(new Host.Seen("/bucket/sound?signed=yes", null, "bytes=0-99"));
    }

    @Test
    void theSameHostIsShownThemAgainAndNobodyIsSentOnForEver() {
        twilio.sendsOn(302, "/elsewhere");
        TwilioFailure failure = catchThrowableOfType(TwilioFailure.class, () -> heard(null));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(twilio.seen).hasSize(6).allMatch(seen -> CREDENTIALS.equals(seen.authorization()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://[", "mailto:a@b", "//"})
    void aRedirectToNowhereIsAFailureOfTwilio(String location) {
        twilio.sendsOn(302, location);
        assertThat(catchThrowableOfType(TwilioFailure.class, () -> heard(null)).kind())
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=-500", "bytes=5-9"})
    void oneRangeIsAskedFor(String range) throws IOException {
        heard(range);
        assertThat(twilio.seen).extracting(Host.Seen::range).containsExactly(range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=0-1,3-4", "lines=1-2", "bytes=0-1\r\nX: y", "bytes=a-b"})
    void anythingElseIsIgnoredAsIfItWereNotThere(String range) throws IOException {
        heard(range);
        assertThat(twilio.seen).extracting(Host.Seen::range).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({"401, CREDENTIALS", "403, FORBIDDEN", "400, REFUSED", "429, RATE_LIMITED", "500, UNAVAILABLE"})
    void whatTwilioDoesNotGiveIsAFailure(int status, Kind kind) {
        twilio.answers(status, "<html>no</html>");
        TwilioFailure failure = catchThrowableOfType(TwilioFailure.class, () -> heard(null));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(failure.toString()).doesNotContain(TOKEN);
    }

    @Test
    void whatIsNotThereIsNotThere() {
        twilio.answers(404, "{\"code\":20404,\"message\":\"gone\",\"status\":404}");
        assertThat(recordings.media(SID, Format.WAV, null)).isEmpty();
    }

    @Test
    void whereNobodyListensNothingIsHeard() {
        twilio.server.stop(0);
        assertThat(catchThrowableOfType(TwilioFailure.class, () -> heard(null)).kind())
                .isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RE1",
                "RE0000000000000000000000000000000g",
                "../Calls",
                "RE00000000000000000000000000000001/.."
            })
    void onlyARecordingsSidIsAsked(String sid) {
        assertThatIllegalArgumentException().isThrownBy(() -> recordings.media(sid, Format.WAV, null));
        assertThat(twilio.seen).isEmpty();
    }
}
