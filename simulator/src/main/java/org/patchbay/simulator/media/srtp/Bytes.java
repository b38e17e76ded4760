package org.patchbay.simulator.media.srtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Network-order numbers inside a packet.
final class Bytes {
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    static int int32(byte[] packet, int offset) {
        return (int) INT32.get(packet, offset);
    }

    static void putInt32(byte[] packet, int offset, int value) {
        INT32.set(packet, offset, value);
    }
}
