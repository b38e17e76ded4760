package org.patchbay.benchmarks.calls;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A scenario's options, as `--seconds 20 --connections 1,8`.
public final class Options {

    private final Map<String, String> given = new HashMap<>();

    /// @throws IllegalArgumentException naming what is not understood
    public Options(String[] words, Set<String> known) {
        for (int i = 0; i < words.length; i += 2) {
            if (!known.contains(words[i])) {
                throw new IllegalArgumentException("not an option: " + words[i] + "; there are " + known);
            }
            if (i + 1 == words.length) {
                throw new IllegalArgumentException("a value is missing after " + words[i]);
            }
            given.put(words[i], words[i + 1]);
        }
    }

    public int number(String name, int otherwise) {
        return positive(given.getOrDefault(name, String.valueOf(otherwise)), name);
    }

    /// Some of those that there are, separated by commas; all of them where nothing is said.
    public Set<String> some(String name, List<String> all) {
        Set<String> some =
                Set.of(given.getOrDefault(name, String.join(",", all)).split(","));
        if (!all.containsAll(some)) {
            throw new IllegalArgumentException(name + " takes some of " + all);
        }
        return some;
    }

    List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(given.getOrDefault(name, otherwise).split(","))
                .map(text -> positive(text, name))
                .toList();
    }

    private static int positive(String text, String name) {
        int value = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (value == 0) {
            throw new IllegalArgumentException(name + " takes whole numbers from 1");
        }
        return value;
    }
}
