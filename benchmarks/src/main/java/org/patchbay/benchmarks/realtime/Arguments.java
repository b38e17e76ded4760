package org.patchbay.benchmarks.realtime;

/// The benchmark's options.
///
/// @param sockets open desks
/// @param seconds how long events are written
/// @param eventsPerSecond how many of them, spread evenly
record Arguments(int sockets, int seconds, int eventsPerSecond) {

    /// @throws IllegalArgumentException naming what is not understood
    static Arguments of(String[] words) {
        int sockets = 1_000;
        int seconds = 20;
        int events = 5;
        for (int i = 0; i + 1 < words.length; i += 2) {
            int value = Integer.parseInt(words[i + 1]);
            switch (words[i]) {
                case "--sockets" -> sockets = value;
                case "--seconds" -> seconds = value;
                case "--events" -> events = value;
                default -> throw new IllegalArgumentException("not an option: " + words[i]);
            }
        }
        if (words.length % 2 == 1) {
            throw new IllegalArgumentException("a value is missing after " + words[words.length - 1]);
        }
        return new Arguments(sockets, seconds, events);
    }
}
