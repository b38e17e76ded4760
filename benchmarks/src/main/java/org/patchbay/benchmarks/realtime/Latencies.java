package org.patchbay.benchmarks.realtime;

import java.util.Arrays;

/// How long each frame took, in nanoseconds.
public final class Latencies {

    private final long[] sorted;

    public Latencies(long[] nanos) {
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    public int count() {
        return sorted.length;
    }

    /// @param share 0.5 for the median, 1 for the longest
    public double millis(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(place, 0)] / 1e6;
    }
}
