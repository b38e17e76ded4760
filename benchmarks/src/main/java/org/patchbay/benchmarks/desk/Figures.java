package org.patchbay.benchmarks.desk;

import java.util.Arrays;
import java.util.List;

/// Milliseconds that were measured, each the same thing.
record Figures(List<Double> millis) {

    Figures {
        millis = List.copyOf(millis);
    }

    /// @param share 0.5 for the median, 1 for the longest
    double at(double share) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(place, 0)];
    }

    double median() {
        return at(0.5);
    }

    double longest() {
        return at(1);
    }
}
