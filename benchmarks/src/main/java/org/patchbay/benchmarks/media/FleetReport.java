package org.patchbay.benchmarks.media;

/// What the far ends noticed.
///
/// @param hearing how many of them heard their partner's tone and no other in the last second
/// @param delayMillisP50 from one peer's socket to its partner's, in the median: what the server adds
/// @param delayMillisP99 the same, not exceeded in 99 of 100 cases
record FleetReport(int hearing, double delayMillisP50, double delayMillisP99) {
    static FleetReport parse(String line) {
        String[] words = line.split(" ");
        return new FleetReport(Integer.parseInt(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }

    String line() {
        return hearing + " " + delayMillisP50 + " " + delayMillisP99;
    }
}
