package org.patchbay.calls.voice;

/// What a leg that comes back to us asks, as the address says: [CallIds#TURN].
public final class Turns {

    /// Nobody took the call.
    public static final String UNANSWERED = "unanswered";
    /// The customer can not be reached.
    public static final String TOLD = "told";
    /// The phone that the call was forwarded to is done with.
    static final String FORWARDED = "forwarded";
    /// The phone that the call is forwarded to was picked up: what does its owner hear?
    static final String WHISPER = "whisper";
    /// A key was pressed there.
    static final String KEY = "key";

    private Turns() {}
}
