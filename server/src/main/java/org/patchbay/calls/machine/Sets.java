package org.patchbay.calls.machine;

import java.util.HashSet;
import java.util.Set;

/// Sets that are not changed but made anew.
final class Sets {

    private Sets() {}

    static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    static <T> Set<T> without(Set<T> some, Set<T> others) {
        Set<T> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
