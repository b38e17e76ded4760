package org.patchbay.simulator.media.srtp;

import org.patchbay.simulator.media.rtp.RtpHeader;

/// Protects the packets of one outgoing stream (RFC 3711 §3.3, §3.4). Not thread-safe: packets leave in
/// order, from one thread.
public final class SrtpSender {
    /// Bytes that protection adds to an RTP packet.
    public static final int RTP_OVERHEAD = SrtpCrypto.TAG;

    /// Bytes that protection adds to an RTCP packet.
    public static final int RTCP_OVERHEAD = 4 + SrtpCrypto.TAG;

    private static final int RTCP_HEADER = 8;
    private static final int ENCRYPTED_FLAG = 0x8000_0000;

    private final SrtpCrypto rtp;
    private final SrtpCrypto rtcp;
    private final RolloverCounter rollover = new RolloverCounter();
    private int rtcpIndex;

    public SrtpSender(MasterKey master) {
        this.rtp = SrtpCrypto.forRtp(master);
        this.rtcp = SrtpCrypto.forRtcp(master);
    }

    /// Encrypts and signs in place.
    ///
    /// @param packet an RTP packet with [#RTP_OVERHEAD] bytes to spare
    /// @return the new length
    public int protectRtp(byte[] packet, int length) {
        RtpHeader header = RtpHeader.parse(packet, length).orElseThrow();
        long index = rollover.indexOf(header.sequence());
        rollover.update(index);
        rtp.crypt(packet, header.length(), length - header.length(), header.ssrc(), index);
        rtp.appendTag(packet, length, (int) (index >>> 16));
        return length + RTP_OVERHEAD;
    }

    /// Encrypts and signs in place.
    ///
    /// @param packet a compound RTCP packet with [#RTCP_OVERHEAD] bytes to spare
    /// @return the new length
    public int protectRtcp(byte[] packet, int length) {
        int index = ++rtcpIndex & Integer.MAX_VALUE;
        int ssrc = Bytes.int32(packet, 4);
        rtcp.crypt(packet, RTCP_HEADER, length - RTCP_HEADER, ssrc, index);
        Bytes.putInt32(packet, length, index | ENCRYPTED_FLAG);
        rtcp.appendTag(packet, length + 4);
        return length + RTCP_OVERHEAD;
    }
}
