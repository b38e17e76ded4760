package org.patchbay.simulator.media;

import java.io.IOException;

/// The media server cannot take packets where it was told to.
public final class MediaPortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param cause says which port and address
    public MediaPortTaken(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
