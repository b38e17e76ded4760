package org.patchbay.calls.sounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.database.Tenancy;
import org.patchbay.testing.RunningServer;

/// As Twilio fetches them: without a session, a signature or anything else.
class SoundsOverHttpTest {

    private final RunningServer server = RunningServer.shared();
    private final HttpClient twilio = HttpClient.newHttpClient();

    @AfterEach
    void hangUp() {
        twilio.close();
    }

    private URI address(Sound sound) {
        return Tenancy.asWorkspace(
                UUID.randomUUID(), () -> server.bean(WaitingSounds.class).address(sound));
    }

    private HttpResponse<byte[]> send(String method, URI address, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return twilio.send(request.build(), BodyHandlers.ofByteArray());
    }

    private URI document(Sound sound) {
        URI address = address(sound);
        assertThat(address.isAbsolute()).isFalse();
        assertThat(address.getRawFragment()).isEqualTo("rc=3&rp=5xx,ct,rt&tt=15000");
        // Twilio adds what it says of a call; a fragment is never sent.
        return server.url(address.getRawPath() + "?CallSid=CA1&From=%2B15005550100");
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentPlaysTheSoundBesideItForEver(Sound sound) throws Exception {
        URI document = document(sound);
        HttpResponse<byte[]> twiml = send("GET", document);
        assertThat(twiml.statusCode()).isEqualTo(200);
        assertThat(twiml.headers().firstValue("Content-Type")).contains("application/xml;charset=UTF-8");
        String text = new String(twiml.body(), StandardCharsets.UTF_8);
        assertThat(text).contains("<Play loop=\"0\">" + sound.file() + ".wav</Play>");

        HttpResponse<byte[]> audio = send("GET", document.resolve(sound.file() + ".wav"));
        assertThat(audio.statusCode()).isEqualTo(200);
        assertThat(audio.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(audio.body()).isEqualTo(sound.wav());
    }

    @Test
    void nobodyGetsACookieAndEverybodyMayKeepIt() throws Exception {
        URI audio = document(Sound.HOLD_MUSIC).resolve("hold-music.wav");
        HttpResponse<byte[]> first = send("GET", audio);
        assertThat(first.headers().map()).doesNotContainKeys("set-cookie", "Set-Cookie");
        assertThat(first.headers().firstValue("Cache-Control").orElse("")).matches("public, max-age=\\d{5,6}");
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = send("GET", audio, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(send("GET", audio, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoOnlyAsksHowLongItIsHearsNothing() throws Exception {
        HttpResponse<byte[]> head = send("HEAD", document(Sound.RINGING).resolve("ringing.wav"));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains(String.valueOf(44 + 5 * 16_000));
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hold-music.wav",
                "ringing-north-america.xml",
                "ringing.mp3",
                "ringing",
                ".wav",
                "..wav",
                "ringing.wav/",
                "ringing.wav;a=b",
                "%72inging.wav",
                ""
            })
    void aTokenOpensNothingElse(String file) throws Exception {
        URI document = document(Sound.RINGING);
        String folder = document.getRawPath().substring(0, document.getRawPath().lastIndexOf('/') + 1);
        assertNothing(send("GET", server.url(folder + file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sounds/",
                "/sounds/ringing.wav",
                "/sounds//ringing.wav",
                "/sounds/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/ringing.wav",
                "/sounds/AAAA/ringing.wav",
                "/sounds/../ringing.wav",
                "/sounds/x%00y/ringing.wav"
            })
    void withoutTheTokenThereIsNothing(String path) throws Exception {
        HttpResponse<byte[]> answer = send("GET", server.url(path));
        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).doesNotContain("audio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void thereIsNothingToDoButToListen(String method) throws Exception {
        assertNothing(send(method, document(Sound.RINGING)));
    }

    private static void assertNothing(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
