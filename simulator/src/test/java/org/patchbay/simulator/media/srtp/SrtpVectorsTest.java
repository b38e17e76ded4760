package org.patchbay.simulator.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// Against the numbers of RFC 3711 appendix B, and one whole packet whose protected form is published
/// with the reference implementation of the RFC's authors (its `srtp_validate` and `srtcp` test vectors).
class SrtpVectorsTest {
    private static final MasterKey MASTER =
            new MasterKey(bytes("E1F97A0D3E018BE0D64FA32C06DE4139"), bytes("0EC675AD498AFEEBB6960B3AABE6"));

    @Test
    void theSessionKeysAreThoseOfAppendixB3() {
        assertThat(KeyDerivation.derive(MASTER, KeyDerivation.RTP_ENCRYPTION, 16))
                .isEqualTo(bytes("C61E7A93744F39EE10734AFE3FF7A087"));
        assertThat(KeyDerivation.derive(MASTER, KeyDerivation.RTP_SALT, 14))
                .isEqualTo(bytes("30CBBC08863D8C85D49DB34A9AE1"));
        assertThat(KeyDerivation.derive(MASTER, KeyDerivation.RTP_AUTHENTICATION, 20))
                .isEqualTo(bytes("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4"));
    }

    @Test
    void theJdkMakesTheKeyStreamOfAppendixB2() throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(bytes("2B7E151628AED2A6ABF7158809CF4F3C"), "AES"),
                new IvParameterSpec(bytes("F0F1F2F3F4F5F6F7F8F9FAFBFCFD0000")));

        assertThat(cipher.doFinal(new byte[48]))
                .isEqualTo(bytes("E03EAD0935C95E80E166B16DD92B4EB4"
                        + "D23513162B02D0F72A43A2FE4A5F97AB"
                        + "41E95B3BB0A2E8DD477901E4FCA894C0"));
    }

    @Test
    void aKnownRtpPacketIsProtectedAsPublished() {
        byte[] packet = Arrays.copyOf(bytes("800f1234decafbadcafebabe" + "ab".repeat(16)), 38);

        int length = new SrtpSender(MASTER).protectRtp(packet, 28);

        assertThat(length).isEqualTo(38);
        assertThat(packet)
                .isEqualTo(bytes(
                        "800f1234decafbadcafebabe" + "4e55dc4ce79978d88ca4d215949d2402" + "b78d6acc99ea179b8dbb"));
    }

    @Test
    void aKnownRtpPacketIsOpenedAsPublished() {
        byte[] packet = bytes("800f1234decafbadcafebabe" + "4e55dc4ce79978d88ca4d215949d2402" + "b78d6acc99ea179b8dbb");

        assertThat(new SrtpReceiver(MASTER).unprotectRtp(packet, packet.length)).isEqualTo(28);
        assertThat(Arrays.copyOfRange(packet, 12, 28)).isEqualTo(bytes("ab".repeat(16)));
    }

    @Test
    void aKnownRtcpPacketIsProtectedAsPublished() {
        byte[] packet = Arrays.copyOf(bytes("81c8000bcafebabe" + "ab".repeat(16)), 38);

        int length = new SrtpSender(MASTER).protectRtcp(packet, 24);

        assertThat(length).isEqualTo(38);
        assertThat(packet)
                .isEqualTo(bytes(
                        "81c8000bcafebabe" + "7128035be487b9bdbef89041f977a5a8" + "80000001" + "993e08cd54d6c1230798"));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
