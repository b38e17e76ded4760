package org.patchbay.simulator.media.peer;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.patchbay.simulator.media.dtls.Fingerprint;
import org.patchbay.simulator.media.ice.IceCredentials;

/// SDP as seen from the browser's side: what it writes, and what it takes from the server's.
///
/// @param ice the server's credentials
/// @param candidate the address that the server likes best
record PeerDescription(IceCredentials ice, Fingerprint fingerprint, InetSocketAddress candidate) {

    /// Reads a server's offer or answer.
    static PeerDescription parse(String sdp) {
        String[] candidate = attribute(sdp, "candidate").split(" ");
        return new PeerDescription(
                new IceCredentials(attribute(sdp, "ice-ufrag"), attribute(sdp, "ice-pwd")),
                Fingerprint.parse(attribute(sdp, "fingerprint")),
                new InetSocketAddress(candidate[4], Integer.parseInt(candidate[5])));
    }

    /// Writes an offer (`setup` actpass) or answer (`setup` active) like a voice SDK's: no candidates.
    static String write(IceCredentials ice, Fingerprint fingerprint, String setup, int keyEvents) {
        return """
                v=0
                o=- 4611731400430051336 2 IN IP4 127.0.0.1
                s=-
                t=0 0
                a=group:BUNDLE 0
                m=audio 9 UDP/TLS/RTP/SAVPF 0 %1$d
                c=IN IP4 0.0.0.0
                a=rtcp:9 IN IP4 0.0.0.0
                a=ice-ufrag:%2$s
                a=ice-pwd:%3$s
                a=fingerprint:%4$s
                a=setup:%5$s
                a=mid:0
                a=sendrecv
                a=rtcp-mux
                a=rtpmap:0 PCMU/8000
                a=rtpmap:%1$d telephone-event/8000
                """.formatted(keyEvents, ice.ufrag(), ice.password(), fingerprint, setup)
                .replace("\n", "\r\n");
    }

    private static String attribute(String sdp, String name) {
        Optional<String> value = sdp.lines()
                .filter(line -> line.startsWith("a=" + name + ":"))
                .map(line -> line.substring(name.length() + 3).strip())
                .findFirst();
        return value.orElseThrow(() -> new IllegalArgumentException("no a=" + name));
    }
}
