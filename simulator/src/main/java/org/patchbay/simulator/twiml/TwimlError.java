package org.patchbay.simulator.twiml;

/// A document that Twilio would refuse, with the code that its debugger shows.
public final class TwimlError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    TwimlError(int code, String message) {
        super(message);
        this.code = code;
    }

    /// 11750 too large, 11770 empty, 12100 not well formed, 12300 wrong content type.
    public int code() {
        return code;
    }
}
