package org.patchbay.simulator.media.srtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The transforms of the profile SRTP_AES128_CM_HMAC_SHA1_80 (RFC 3711 §4.1.1, §4.2.1; RFC 5764
/// §4.1.2) with one set of session keys. Not thread-safe.
final class SrtpCrypto {
    /// Bytes of authentication tag at the end of a packet.
    static final int TAG = 10;

    private final SecretKeySpec encryptionKey;
    private final byte[] salt;
    private final Cipher cipher;
    private final Mac mac;
    private final byte[] counter = new byte[16];
    private final byte[] code = new byte[20];

    private SrtpCrypto(byte[] encryptionKey, byte[] authenticationKey, byte[] salt) {
        this.encryptionKey = new SecretKeySpec(encryptionKey, "AES");
        this.salt = salt;
        try {
            this.cipher = Cipher.getInstance("AES/CTR/NoPadding");
            this.mac = Mac.getInstance("HmacSHA1");
            this.mac.init(new SecretKeySpec(authenticationKey, "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/CTR and HmacSHA1", e);
        }
    }

    static SrtpCrypto forRtp(MasterKey master) {
        return new SrtpCrypto(
                KeyDerivation.derive(master, KeyDerivation.RTP_ENCRYPTION, 16),
                KeyDerivation.derive(master, KeyDerivation.RTP_AUTHENTICATION, 20),
                KeyDerivation.derive(master, KeyDerivation.RTP_SALT, 14));
    }

    static SrtpCrypto forRtcp(MasterKey master) {
        return new SrtpCrypto(
                KeyDerivation.derive(master, KeyDerivation.RTCP_ENCRYPTION, 16),
                KeyDerivation.derive(master, KeyDerivation.RTCP_AUTHENTICATION, 20),
                KeyDerivation.derive(master, KeyDerivation.RTCP_SALT, 14));
    }

    /// Encrypts or decrypts in place, which is the same thing in counter mode.
    ///
    /// @param index 48-bit packet index (RTP) or 31-bit SRTCP index
    void crypt(byte[] packet, int offset, int length, int ssrc, long index) {
        Arrays.fill(counter, (byte) 0);
        System.arraycopy(salt, 0, counter, 0, salt.length);
        for (int i = 0; i < 4; i++) {
            counter[4 + i] ^= (byte) (ssrc >>> (24 - 8 * i));
        }
        for (int i = 0; i < 6; i++) {
            counter[8 + i] ^= (byte) (index >>> (40 - 8 * i));
        }
        try {
            cipher.init(Cipher.ENCRYPT_MODE, encryptionKey, new IvParameterSpec(counter));
            cipher.doFinal(packet, offset, length, packet, offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES/CTR takes input of any length", e);
        }
    }

    /// Writes the tag of `packet[0, length)` and `trailer` (the roll-over counter, for RTP) at `length`.
    void appendTag(byte[] packet, int length, int trailer) {
        authenticate(packet, length, trailer);
        System.arraycopy(code, 0, packet, length, TAG);
    }

    /// Writes the tag of `packet[0, length)` alone, as SRTCP does.
    void appendTag(byte[] packet, int length) {
        authenticate(packet, length);
        System.arraycopy(code, 0, packet, length, TAG);
    }

    /// Whether the tag at `length` is that of `packet[0, length)` and `trailer`.
    boolean tagMatches(byte[] packet, int length, int trailer) {
        authenticate(packet, length, trailer);
        return codeEquals(packet, length);
    }

    /// Whether the tag at `length` is that of `packet[0, length)` alone.
    boolean tagMatches(byte[] packet, int length) {
        authenticate(packet, length);
        return codeEquals(packet, length);
    }

    private void authenticate(byte[] packet, int length, int trailer) {
        mac.update(packet, 0, length);
        mac.update(ByteBuffer.allocate(4).putInt(trailer).array());
        finish();
    }

    private void authenticate(byte[] packet, int length) {
        mac.update(packet, 0, length);
        finish();
    }

    private void finish() {
        try {
            mac.doFinal(code, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("HmacSHA1 makes 20 bytes", e);
        }
    }

    // Compares all bytes whatever happens, so that the time taken tells nothing.
    private boolean codeEquals(byte[] packet, int offset) {
        int difference = 0;
        for (int i = 0; i < TAG; i++) {
            difference |= code[i] ^ packet[offset + i];
        }
        return difference == 0;
    }
}
