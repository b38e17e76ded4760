package org.patchbay.simulator.media.srtp;

import org.patchbay.simulator.media.rtp.RtpHeader;

/// Opens the packets of one incoming stream and drops what is forged, damaged or repeated (RFC 3711
/// §3.3, §3.4). A browser's audio is one stream; should it begin a new one (a new SSRC), counting starts
/// afresh with it. Not thread-safe.
public final class SrtpReceiver {
    /// What an unprotect method returns for a packet that must be dropped.
    public static final int REFUSED = -1;

    private static final int RTCP_HEADER = 8;
    private static final int INDEX_LENGTH = 4;

    private final SrtpCrypto rtp;
    private final SrtpCrypto rtcp;
    private final ReplayWindow rtcpWindow = new ReplayWindow();
    private RolloverCounter rollover = new RolloverCounter();
    private ReplayWindow window = new ReplayWindow();
    private boolean started;
    private int ssrc;

    public SrtpReceiver(MasterKey master) {
        this.rtp = SrtpCrypto.forRtp(master);
        this.rtcp = SrtpCrypto.forRtcp(master);
    }

    /// Checks and decrypts an SRTP packet in place.
    ///
    /// @return the length of the RTP packet, or [#REFUSED]
    public int unprotectRtp(byte[] packet, int length) {
        int plainLength = length - SrtpCrypto.TAG;
        RtpHeader header = RtpHeader.parse(packet, plainLength).orElse(null);
        if (header == null) {
            return REFUSED;
        }
        boolean sameStream = started && header.ssrc() == ssrc;
        long index = sameStream ? rollover.indexOf(header.sequence()) : header.sequence();
        if (sameStream && !window.admits(index)) {
            return REFUSED;
        }
        if (!rtp.tagMatches(packet, plainLength, (int) (index >>> 16))) {
            return REFUSED;
        }
        if (!sameStream) {
            startStream(header.ssrc());
        }
        rollover.update(index);
        window.add(index);
        rtp.crypt(packet, header.length(), plainLength - header.length(), header.ssrc(), index);
        return plainLength;
    }

    /// Checks and decrypts an SRTCP packet in place.
    ///
    /// @return the length of the RTCP packet, or [#REFUSED]
    public int unprotectRtcp(byte[] packet, int length) {
        int signedLength = length - SrtpCrypto.TAG;
        int plainLength = signedLength - INDEX_LENGTH;
        if (plainLength < RTCP_HEADER) {
            return REFUSED;
        }
        int trailer = Bytes.int32(packet, plainLength);
        int index = trailer & Integer.MAX_VALUE;
        if (!rtcpWindow.admits(index) || !rtcp.tagMatches(packet, signedLength)) {
            return REFUSED;
        }
        rtcpWindow.add(index);
        if (trailer < 0) {
            rtcp.crypt(packet, RTCP_HEADER, plainLength - RTCP_HEADER, Bytes.int32(packet, 4), index);
        }
        return plainLength;
    }

    private void startStream(int newSsrc) {
        started = true;
        ssrc = newSsrc;
        rollover = new RolloverCounter();
        window = new ReplayWindow();
    }
}
