package org.patchbay.simulator.media.sdp;

/// An offer or answer that cannot be used; the message says why, in words for its author.
public class SdpException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public SdpException(String message) {
        super(message);
    }

    public SdpException(String message, Throwable cause) {
        super(message, cause);
    }
}
