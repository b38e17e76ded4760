package org.patchbay.simulator.state;

import java.nio.file.Path;

/// A state file that cannot be used. The message names the file and never its content.
public final class BadState extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadState(Path file, String reason) {
        super("the state file " + file + " cannot be used: " + reason);
    }
}
