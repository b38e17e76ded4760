package org.patchbay.simulator.media.sdp;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.patchbay.simulator.media.dtls.Fingerprint;
import org.patchbay.simulator.media.ice.IceCredentials;
import org.patchbay.simulator.media.sdp.RemoteDescription.MediaStream;

/// Writes our side of the exchange: one audio stream, PCMU and key presses, over ICE-lite and
/// DTLS-SRTP, with all our addresses in it because a voice SDK never trickles them.
///
/// @param ssrc of the stream we send
/// @param candidates where we can be reached, best first
public record LocalDescription(
        long sessionId,
        IceCredentials ice,
        Fingerprint fingerprint,
        int ssrc,
        String cname,
        List<Candidate> candidates) {
    // RFC 8445 §5.1.2.1 for a host candidate of component 1; each further address is a little worse.
    private static final long HOST_PRIORITY = (126L << 24) | (65535L << 8) | 255;
    private static final int OFFERED_KEY_EVENTS = 101;

    /// One address of ours.
    ///
    /// @param address an IP address, not a name
    public record Candidate(String address, int port) {}

    /// The payload type for key presses in our own offers.
    public static int offeredKeyEvents() {
        return OFFERED_KEY_EVENTS;
    }

    /// An offer; the browser will begin DTLS, since we only listen.
    public String offer() {
        return session("0")
                + audio("actpass", "0", Direction.SENDRECV, OptionalInt.of(OFFERED_KEY_EVENTS), "UDP/TLS/RTP/SAVPF");
    }

    /// The answer to `offer`: its audio is taken, whatever else it offers is refused.
    ///
    /// @throws SdpException when the browser insists on being the DTLS server
    public String answer(RemoteDescription offer) {
        if (offer.audio().setup().equals("passive")) {
            throw new SdpException("a=setup:passive cannot be answered: this server waits for DTLS too");
        }
        MediaStream audio = offer.streams().get(offer.audio().index());
        String sections = IntStream.range(0, offer.streams().size())
                .mapToObj(i -> i == offer.audio().index()
                        ? accepted(offer, audio)
                        : refused(offer.streams().get(i)))
                .collect(Collectors.joining());
        return session(audio.mid()) + sections;
    }

    private String accepted(RemoteDescription offer, MediaStream audio) {
        RemoteDescription.Audio wanted = offer.audio();
        return audio("passive", audio.mid(), wanted.direction().mirrored(), wanted.keyEvents(), audio.protocol());
    }

    private static String refused(MediaStream stream) {
        String mid = stream.mid().isEmpty() ? "" : "a=mid:" + stream.mid() + "\n";
        return crlf("m=" + stream.kind() + " 0 " + stream.protocol() + " " + String.join(" ", stream.formats()) + "\n"
                + "c=IN IP4 0.0.0.0\n" + mid + "a=inactive\n");
    }

    private String session(String mid) {
        String bundle = mid.isEmpty() ? "" : "a=group:BUNDLE " + mid + "\n";
        return crlf("""
                v=0
                o=- %d 2 IN IP4 127.0.0.1
                s=-
                t=0 0
                %sa=msid-semantic: WMS *
                a=ice-lite
                """.formatted(sessionId, bundle));
    }

    private String audio(String setup, String mid, Direction direction, OptionalInt keyEvents, String protocol) {
        String formats = keyEvents.isPresent() ? "0 " + keyEvents.getAsInt() : "0";
        String name = mid.isEmpty() ? "" : "a=mid:" + mid + "\n";
        String keys = keyEvents.isPresent()
                ? "a=rtpmap:%1$d telephone-event/8000\na=fmtp:%1$d 0-15\n".formatted(keyEvents.getAsInt())
                : "";
        return crlf("""
                m=audio 9 %s %s
                c=IN IP4 0.0.0.0
                a=rtcp:9 IN IP4 0.0.0.0
                a=rtcp-mux
                a=ice-ufrag:%s
                a=ice-pwd:%s
                a=fingerprint:%s
                a=setup:%s
                %sa=%s
                a=msid:patchbay audio
                a=rtpmap:0 PCMU/8000
                %sa=ptime:20
                a=maxptime:20
                a=ssrc:%d cname:%s
                %sa=end-of-candidates
                """.formatted(
                        protocol,
                        formats,
                        ice.ufrag(),
                        ice.password(),
                        fingerprint,
                        setup,
                        name,
                        direction.sdpName(),
                        keys,
                        Integer.toUnsignedLong(ssrc),
                        cname,
                        candidateLines()));
    }

    private String candidateLines() {
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> "a=candidate:%d 1 udp %d %s %d typ host\n"
                        .formatted(
                                i + 1,
                                HOST_PRIORITY - 256L * i,
                                candidates.get(i).address(),
                                candidates.get(i).port()))
                .collect(Collectors.joining());
    }

    private static String crlf(String lines) {
        return lines.replace("\n", "\r\n");
    }
}
