package org.patchbay.benchmarks.calls;

import java.util.UUID;

/// A member who is signed in.
///
/// @param session the value of the session's cookie
public record Agent(UUID memberId, String name, String session) {

    public static Agent parse(String line) {
        String[] words = line.split(" ");
        return new Agent(UUID.fromString(words[0]), words[1], words[2]);
    }

    String line() {
        return memberId + " " + name + " " + session;
    }
}
