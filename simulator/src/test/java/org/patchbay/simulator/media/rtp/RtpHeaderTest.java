package org.patchbay.simulator.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RtpHeaderTest {
    @Property
    void whatIsWrittenIsReadBack(
            @ForAll @IntRange(max = 127) int payloadType,
            @ForAll boolean marker,
            @ForAll @IntRange(max = 65535) int sequence,
            @ForAll int timestamp,
            @ForAll int ssrc) {
        byte[] packet = new byte[12];
        RtpHeader header = new RtpHeader(payloadType, marker, sequence, timestamp, ssrc, 12);

        header.write(packet);

        assertThat(RtpHeader.parse(packet, 12)).contains(header);
    }

    @Test
    void contributorsAndExtensionAreSteppedOver() {
        // One contributor, one extension word (RFC 8285), two bytes of payload.
        byte[] packet = bytes("91800001000000a0cafebabe" + "11111111" + "bede0001" + "10000000" + "aabb");

        RtpHeader header = RtpHeader.parse(packet, packet.length).orElseThrow();

        assertThat(header.length()).isEqualTo(24);
        assertThat(header.marker()).isTrue();
        assertThat(header.ssrc()).isEqualTo(0xCAFEBABE);
    }

    @Test
    void paddingIsNoPayload() {
        byte[] packet = bytes("a0000001000000a0cafebabe" + "aabb" + "0002");
        assertThat(RtpHeader.payloadEnd(packet, packet.length)).isEqualTo(14);
    }

    @Test
    void aPacketShorterThanItClaimsIsRefused() {
        assertThat(RtpHeader.parse(bytes("8f000001000000a0cafebabe"), 12)).isEmpty();
        assertThat(RtpHeader.parse(bytes("90000001000000a0cafebabe"), 12)).isEmpty();
        assertThat(RtpHeader.parse(bytes("90000001000000a0cafebabebede0001"), 16))
                .isEmpty();
        assertThat(RtpHeader.parse(bytes("40000001000000a0cafebabe"), 12)).isEmpty();
    }

    @Property(tries = 2000)
    void noiseNeverFails(@ForAll @Size(max = 64) byte[] noise) {
        RtpHeader.parse(noise, noise.length)
                .ifPresent(header -> assertThat(header.length()).isBetween(12, noise.length));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
