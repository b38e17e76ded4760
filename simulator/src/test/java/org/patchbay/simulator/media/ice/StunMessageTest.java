package org.patchbay.simulator.media.ice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Against the test vectors of RFC 5769.
class StunMessageTest {
    private static final int SOFTWARE = 0x8022;
    private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";
    private static final byte[] TRANSACTION = bytes("b7e7a701bc34d686fa87dfae");

    /// RFC 5769 §2.1.
    private static final byte[] REQUEST = bytes("""
            000100582112a442b7e7a701bc34d686fa87dfae
            802200105354554e207465737420636c69656e74
            002400046e0001ff80290008932ff9b151263b36
            000600096576746a3a68367659202020
            000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2
            80280004e57a3bcf
            """);

    /// RFC 5769 §2.2.
    private static final byte[] IPV4_RESPONSE = bytes("""
            0101003c2112a442b7e7a701bc34d686fa87dfae
            8022000b7465737420766563746f7220
            002000080001a147e112a643
            000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7
            80280004c07d4c96
            """);

    /// RFC 5769 §2.3.
    private static final byte[] IPV6_RESPONSE = bytes("""
            010100482112a442b7e7a701bc34d686fa87dfae
            8022000b7465737420766563746f7220
            002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9
            00080014a382954e4be67bf11784c97c8292c275bfe3ed41
            80280004c8fb0b4c
            """);

    @Test
    void theSampleRequestIsReadAndAuthentic() {
        StunMessage request = StunMessage.parse(REQUEST, REQUEST.length).orElseThrow();

        assertThat(request.isBindingRequest()).isTrue();
        assertThat(request.username()).contains("evtj:h6vY");
        assertThat(request.transactionId()).isEqualTo(TRANSACTION);
        assertThat(request.has(StunAttribute.USE_CANDIDATE)).isFalse();
        assertThat(request.authenticates(PASSWORD)).isTrue();
        assertThat(request.authenticates("another password")).isFalse();
    }

    @Test
    void theSampleResponsesAreAuthentic() {
        for (byte[] response : new byte[][] {IPV4_RESPONSE, IPV6_RESPONSE}) {
            StunMessage message = StunMessage.parse(response, response.length).orElseThrow();
            assertThat(message.isBindingRequest()).isFalse();
            assertThat(message.authenticates(PASSWORD)).isTrue();
        }
    }

    @Test
    void theMappedAddressIsWrittenAsInTheSampleResponses() {
        assertThat(addressValue("192.0.2.1")).isEqualTo(bytes("0001a147e112a643"));
        assertThat(addressValue("2001:db8:1234:5678:11:2233:4455:6677"))
                .isEqualTo(bytes("0002a1470113a9faa5d3f179bc25f4b5bed2b9d9"));
    }

    @Test
    void theSampleResponseIsWrittenByteForByteExceptItsPadding() {
        // The sample pads with blanks, we with zeros, as RFC 8489 asks; both are covered by the codes.
        byte[] written = StunWriter.bindingSuccess(TRANSACTION)
                .attribute(SOFTWARE, "test vector ".getBytes(UTF_8))
                .xorMappedAddress(new InetSocketAddress(ip("192.0.2.1"), 32853))
                .sign(PASSWORD)
                .fingerprint()
                .toBytes();

        assertThat(written).hasSameSizeAs(IPV4_RESPONSE);
        assertThat(Arrays.copyOfRange(written, 36, 48)).isEqualTo(Arrays.copyOfRange(IPV4_RESPONSE, 36, 48));
        StunMessage read = StunMessage.parse(written, written.length).orElseThrow();
        assertThat(read.authenticates(PASSWORD)).isTrue();
    }

    @Test
    void aFlippedBitIsNoticed() {
        // Not the type of FINGERPRINT itself: without that attribute the message is as good.
        int unprotected = REQUEST.length - 8;
        for (int i = 0; i < REQUEST.length; i++) {
            if (i == unprotected || i == unprotected + 1) {
                continue;
            }
            byte[] damaged = REQUEST.clone();
            damaged[i] ^= 1;
            assertThat(StunMessage.parse(damaged, damaged.length).filter(message -> message.authenticates(PASSWORD)))
                    .as("bit in byte %d", i)
                    .isEmpty();
        }
    }

    @Test
    void anAttributeAfterTheIntegrityCodeIsIgnored() {
        byte[] smuggled = StunWriter.bindingRequest(TRANSACTION)
                .username("a:b")
                .sign("secret")
                .attribute(StunAttribute.USE_CANDIDATE, new byte[0])
                .fingerprint()
                .toBytes();

        StunMessage message = StunMessage.parse(smuggled, smuggled.length).orElseThrow();
        assertThat(message.authenticates("secret")).isTrue();
        assertThat(message.has(StunAttribute.USE_CANDIDATE)).isFalse();
    }

    @Property(tries = 2000)
    void anyBytesAreReadOrRefusedWithoutFailing(@ForAll @Size(max = 200) byte[] noise) {
        assertThat(StunMessage.parse(noise, noise.length)).isEmpty();
    }

    @Property(tries = 2000)
    void aDamagedRequestIsReadOrRefusedWithoutFailing(
            @ForAll @IntRange(max = 107) int position, @ForAll byte value, @ForAll @IntRange(max = 108) int length) {
        byte[] damaged = REQUEST.clone();
        damaged[position] = value;
        StunMessage.parse(damaged, length).ifPresent(message -> {
            message.username();
            message.authenticates(PASSWORD);
        });
    }

    private static byte[] addressValue(String address) {
        byte[] message = StunWriter.bindingSuccess(TRANSACTION)
                .xorMappedAddress(new InetSocketAddress(ip(address), 32853))
                .toBytes();
        return StunMessage.parse(message, message.length)
                .orElseThrow()
                .value(StunAttribute.XOR_MAPPED_ADDRESS)
                .orElseThrow();
    }

    private static InetAddress ip(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
}
