package org.patchbay.simulator.media.audio;

/// A sound file that cannot be played; Twilio reports such files as error 13420 or 12300.
public class SoundFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public SoundFormatException(String message) {
        super(message);
    }

    public SoundFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
