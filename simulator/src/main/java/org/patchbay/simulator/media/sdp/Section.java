package org.patchbay.simulator.media.sdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lines from one `m=` to the next; the first section is the session's.
record Section(List<String> lines) {
    static List<Section> split(String sdp) {
        List<Section> sections = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : sdp.lines().map(String::strip).toList()) {
            if (line.startsWith("m=")) {
                sections.add(new Section(lines));
                lines = new ArrayList<>();
            }
            lines.add(line);
        }
        sections.add(new Section(lines));
        if (!sections.getFirst().lines.contains("v=0")) {
            throw new SdpException("this is not SDP: there is no v=0");
        }
        return sections;
    }

    List<String> mediaWords() {
        List<String> words = Arrays.asList(lines.getFirst().substring(2).split("\\s+"));
        if (words.size() < 4) {
            throw new SdpException("an m= line is too short");
        }
        return words;
    }

    /// A section of this kind that was not refused (a bundled one may say port 0 and bundle-only).
    boolean isLive(String kind) {
        List<String> words = mediaWords();
        boolean refused = words.get(1).equals("0") && !lines.contains("a=bundle-only");
        return words.get(0).equals(kind) && !refused;
    }

    Optional<String> attribute(String name) {
        return attributes(name).findFirst();
    }

    Stream<String> attributes(String name) {
        String prefix = "a=" + name + ":";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip());
    }
}
