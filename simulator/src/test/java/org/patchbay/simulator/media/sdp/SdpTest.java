package org.patchbay.simulator.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.simulator.media.dtls.Fingerprint;
import org.patchbay.simulator.media.ice.IceCredentials;
import org.patchbay.simulator.media.sdp.LocalDescription.Candidate;

class SdpTest {
    private static final String HASH = "AB:".repeat(31) + "CD";
    private static final String OFFER = """
            v=0
            o=- 5228 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0
            a=extmap-allow-mixed
            a=msid-semantic: WMS stream
            m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126
            c=IN IP4 0.0.0.0
            a=rtcp:9 IN IP4 0.0.0.0
            a=ice-ufrag:abcd
            a=ice-pwd:abcdefghijklmnopqrstuvwx
            a=ice-options:trickle
            a=fingerprint:sha-256 %s
            a=setup:actpass
            a=mid:0
            a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
            a=sendrecv
            a=rtcp-mux
            a=rtpmap:111 opus/48000/2
            a=rtpmap:0 PCMU/8000
            a=rtpmap:110 telephone-event/48000
            a=rtpmap:126 telephone-event/8000
            a=ssrc:1 cname:x
            """.formatted(HASH);

    private final LocalDescription local = new LocalDescription(
            1,
            new IceCredentials("ourname1", "ourpasswordourpassword12"),
            Fingerprint.parse("sha-256 " + HASH),
            -1,
            "patchbay",
            List.of(new Candidate("192.168.1.2", 8091), new Candidate("127.0.0.1", 8091)));

    @Test
    void aBrowsersOfferIsUnderstood() {
        RemoteDescription.Audio audio = RemoteDescription.parse(OFFER).audio();

        assertThat(audio.fingerprint()).isEqualTo(new Fingerprint("sha-256", HASH));
        assertThat(audio.setup()).isEqualTo("actpass");
        assertThat(audio.keyEvents()).hasValue(126);
        assertThat(audio.direction()).isEqualTo(Direction.SENDRECV);
    }

    @Test
    void theAnswerIsWhatABrowserNeedsWithCrlf() {
        String answer = local.answer(RemoteDescription.parse(OFFER));

        assertThat(answer.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(answer.lines())
                .contains(
                        "a=ice-lite",
                        "a=group:BUNDLE 0",
                        "m=audio 9 UDP/TLS/RTP/SAVPF 0 126",
                        "a=setup:passive",
                        "a=mid:0",
                        "a=sendrecv",
                        "a=rtcp-mux",
                        "a=ice-ufrag:ourname1",
                        "a=rtpmap:0 PCMU/8000",
                        "a=rtpmap:126 telephone-event/8000",
                        "a=fmtp:126 0-15",
                        "a=ssrc:4294967295 cname:patchbay",
                        "a=candidate:1 1 udp 2130706431 192.168.1.2 8091 typ host",
                        "a=candidate:2 1 udp 2130706175 127.0.0.1 8091 typ host",
                        "a=end-of-candidates")
                .doesNotContain("a=ice-options:trickle");
    }

    @Test
    void ourOwnOfferLetsTheBrowserBeginDtls() {
        assertThat(local.offer().lines()).contains("a=setup:actpass", "a=rtpmap:101 telephone-event/8000", "a=mid:0");
        assertThat(RemoteDescription.parse(local.offer()).audio().keyEvents()).hasValue(101);
    }

    @Test
    void withoutTelephoneEventInTheOfferThereIsNoneInTheAnswer() {
        String answer = local.answer(RemoteDescription.parse(OFFER.replace("telephone-event/8000", "CN/8000")));
        assertThat(answer).contains("SAVPF 0\r\n").doesNotContain("telephone-event");
    }

    @Test
    void everythingButTheAudioIsRefusedInItsPlace() {
        String video = """
                m=video 9 UDP/TLS/RTP/SAVPF 96
                c=IN IP4 0.0.0.0
                a=mid:v
                """;
        String answer = local.answer(RemoteDescription.parse(OFFER.replace("m=audio", video + "m=audio")));
        assertThat(answer.lines().filter(line -> line.startsWith("m=")))
                .containsExactly("m=video 0 UDP/TLS/RTP/SAVPF 96", "m=audio 9 UDP/TLS/RTP/SAVPF 0 126");
        assertThat(answer).contains("a=group:BUNDLE 0\r\n");
    }

    @ParameterizedTest
    @CsvSource({"sendonly, recvonly", "recvonly, sendonly", "inactive, inactive", "sendrecv, sendrecv"})
    void theDirectionIsMirrored(String offered, String answered) {
        String offer = OFFER.replace("a=sendrecv", "a=" + offered);
        assertThat(local.answer(RemoteDescription.parse(offer)).lines()).contains("a=" + answered);
    }

    @Test
    void aFingerprintForTheWholeSessionCounts() {
        String moved = OFFER.replace("a=fingerprint:sha-256 " + HASH + "\n", "")
                .replace("t=0 0\n", "t=0 0\na=fingerprint:sha-256 " + HASH + "\n");
        assertThat(RemoteDescription.parse(moved).audio().fingerprint().hex()).isEqualTo(HASH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=0                         | v=1                       | not SDP",
                "m=audio 9                   | m=video 9                 | no m=audio",
                "m=audio 9                   | m=audio 0                 | no m=audio",
                "111 63 9 0 8 13 110 126     | 111 63 9                  | PCMU",
                "UDP/TLS/RTP/SAVPF           | RTP/AVP                   | DTLS-SRTP",
                "a=fingerprint:              | a=finger:                 | no a=fingerprint",
                "sha-256                     | sha-1                     | fingerprint",
                "AB:AB                       | AB:ZZ                     | fingerprint",
                "a=setup:actpass             | a=setup:holdconn          | a=setup",
                "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126 | m=audio | too short",
                "a=setup:actpass             | a=setup:passive           | passive"
            })
    void whatCannotWorkIsRefusedWithAReason(String from, String to, String reason) {
        String broken = OFFER.replace(from, to);
        assertThatThrownBy(() -> local.answer(RemoteDescription.parse(broken)))
                .isInstanceOf(SdpException.class)
                .hasMessageContaining(reason);
    }

    @Property(tries = 500)
    void aDamagedOfferIsReadOrRefused(@ForAll @IntRange(max = 600) int position, @ForAll char c) {
        StringBuilder damaged = new StringBuilder(OFFER);
        damaged.setCharAt(position, c);
        try {
            assertThat(local.answer(RemoteDescription.parse(damaged.toString())))
                    .contains("m=audio");
        } catch (SdpException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
