package org.patchbay.simulator.media.sdp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.patchbay.simulator.media.dtls.Fingerprint;

/// What a browser said about itself in an offer or answer, as far as we need it.
///
/// @param audio the audio stream that we take part in
/// @param streams every `m=` section in order; an answer must repeat them all (RFC 3264 §6)
public record RemoteDescription(Audio audio, List<MediaStream> streams) {

    /// One `m=` section.
    ///
    /// @param kind `audio`, `video` or `application`
    /// @param protocol such as `UDP/TLS/RTP/SAVPF`
    /// @param formats payload types as written
    /// @param mid the section's name; empty when it has none
    public record MediaStream(String kind, String protocol, List<String> formats, String mid) {}

    /// The audio stream.
    ///
    /// @param index of its section
    /// @param fingerprint of the certificate that its DTLS must show
    /// @param setup who begins DTLS: `actpass`, `active` or `passive`
    /// @param direction seen by the browser
    /// @param keyEvents the payload type of telephone-event/8000, empty without
    public record Audio(int index, Fingerprint fingerprint, String setup, Direction direction, OptionalInt keyEvents) {}

    /// Reads an offer or answer.
    ///
    /// @throws SdpException when it is not SDP, or is something we cannot talk to
    public static RemoteDescription parse(String sdp) {
        List<Section> sections = Section.split(sdp);
        Section session = sections.getFirst();
        List<Section> media = sections.subList(1, sections.size());
        int index = 0;
        while (index < media.size() && !media.get(index).isLive("audio")) {
            index++;
        }
        if (index == media.size()) {
            throw new SdpException("there is no m=audio section");
        }
        List<MediaStream> streams =
                media.stream().map(RemoteDescription::stream).toList();
        return new RemoteDescription(audio(index, media.get(index), session), streams);
    }

    private static MediaStream stream(Section section) {
        List<String> words = section.mediaWords();
        return new MediaStream(
                words.get(0),
                words.get(2),
                words.subList(3, words.size()),
                section.attribute("mid").orElse(""));
    }

    private static Audio audio(int index, Section section, Section session) {
        List<String> words = section.mediaWords();
        if (!words.subList(3, words.size()).contains("0")) {
            throw new SdpException("PCMU (payload type 0) is not among the codecs");
        }
        if (!words.get(2).toUpperCase(Locale.ROOT).contains("TLS/RTP/SAVP")) {
            throw new SdpException("the audio is not DTLS-SRTP");
        }
        String fingerprint = either(section, session, "fingerprint")
                .orElseThrow(() -> new SdpException("there is no a=fingerprint"));
        String setup = either(section, session, "setup").orElse("actpass");
        if (!List.of("actpass", "active", "passive").contains(setup)) {
            throw new SdpException("a=setup must be actpass, active or passive");
        }
        return new Audio(index, fingerprint(fingerprint), setup, Direction.of(section, session), keyEvents(section));
    }

    private static Fingerprint fingerprint(String value) {
        try {
            return Fingerprint.parse(value);
        } catch (IllegalArgumentException e) {
            throw new SdpException("a=fingerprint cannot be read", e);
        }
    }

    private static Optional<String> either(Section section, Section session, String name) {
        return section.attribute(name).or(() -> session.attribute(name));
    }

    private static OptionalInt keyEvents(Section section) {
        return section.attributes("rtpmap")
                .map(map -> map.split("\\s+"))
                .filter(map -> map.length == 2 && map[1].equalsIgnoreCase("telephone-event/8000"))
                .flatMap(map -> payloadType(map[0]))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static Stream<Integer> payloadType(String digits) {
        return digits.matches("\\d{1,3}") && Integer.parseInt(digits) < 128
                ? Stream.of(Integer.valueOf(digits))
                : Stream.empty();
    }
}
