package org.patchbay.simulator.media.srtp;

import java.util.Arrays;

/// What DTLS agreed on for one direction: the root of all SRTP keys.
///
/// @param key 16 bytes
/// @param salt 14 bytes
@SuppressWarnings("ArrayRecordComponent") // raw bytes and samples, by design not copied
public record MasterKey(byte[] key, byte[] salt) {
    public static final int KEY_LENGTH = 16;
    public static final int SALT_LENGTH = 14;

    public MasterKey {
        if (key.length != KEY_LENGTH || salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("AES128_CM_HMAC_SHA1_80 needs 16 bytes of key and 14 of salt");
        }
    }

    @Override
    public String toString() {
        return "MasterKey[secret]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKey that && Arrays.equals(key, that.key) && Arrays.equals(salt, that.salt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
