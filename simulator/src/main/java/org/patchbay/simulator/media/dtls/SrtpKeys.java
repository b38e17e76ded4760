package org.patchbay.simulator.media.dtls;

import java.util.Arrays;
import org.patchbay.simulator.media.srtp.MasterKey;

/// The two master keys that a handshake agreed on (RFC 5764 §4.2).
///
/// @param client protects what the DTLS client sends
/// @param server protects what the DTLS server sends
public record SrtpKeys(MasterKey client, MasterKey server) {
    /// Bytes of keying material needed.
    public static final int EXPORTED = 2 * (MasterKey.KEY_LENGTH + MasterKey.SALT_LENGTH);

    /// Cuts up exported keying material: client key, server key, client salt, server salt.
    public static SrtpKeys of(byte[] exported) {
        int salts = 2 * MasterKey.KEY_LENGTH;
        return new SrtpKeys(
                new MasterKey(
                        Arrays.copyOfRange(exported, 0, MasterKey.KEY_LENGTH),
                        Arrays.copyOfRange(exported, salts, salts + MasterKey.SALT_LENGTH)),
                new MasterKey(
                        Arrays.copyOfRange(exported, MasterKey.KEY_LENGTH, salts),
                        Arrays.copyOfRange(exported, salts + MasterKey.SALT_LENGTH, EXPORTED)));
    }
}
