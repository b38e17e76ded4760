package org.patchbay.kernel.settings;

import java.util.List;

/// The settings can not be used. The message lists every mistake, one a line.
public final class SettingsRefused extends RuntimeException {

    private final transient List<String> mistakes;

    SettingsRefused(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
