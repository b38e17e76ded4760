package org.patchbay.benchmarks.calls;

import java.util.UUID;

/// A workspace's Twilio account and number, as the benchmark plays Twilio for them.
///
/// @param token signs
/// @param number called by customers
public record Account(UUID workspaceId, String sid, String token, String number) {

    public static Account parse(String line) {
        String[] words = line.split(" ");
        return new Account(UUID.fromString(words[0]), words[1], words[2], words[3]);
    }

    String line() {
        return workspaceId + " " + sid + " " + token + " " + number;
    }
}
