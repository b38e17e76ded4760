package org.patchbay.simulator.media.ice;

/// The STUN attribute numbers that ICE uses (RFC 8489 §18.3, RFC 8445 §16.1).
public final class StunAttribute {
    public static final int USERNAME = 0x0006;
    public static final int MESSAGE_INTEGRITY = 0x0008;
    public static final int XOR_MAPPED_ADDRESS = 0x0020;
    public static final int PRIORITY = 0x0024;
    public static final int USE_CANDIDATE = 0x0025;
    public static final int FINGERPRINT = 0x8028;
    public static final int ICE_CONTROLLING = 0x802A;

    private StunAttribute() {}
}
