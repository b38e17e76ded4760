package org.patchbay.simulator.webhooks;

/// What a webhook is for, and with which of Twilio's codes the debugger reports that it failed.
public enum WebhookKind {
    VOICE(11200, false),
    FALLBACK(11200, false),
    ACTION(11200, false),
    WHISPER(11200, false),
    WAIT(11200, false),
    ANNOUNCE(11200, false),
    MEDIA(11200, false),
    MESSAGE(11200, false),
    CALL_STATUS(15003, true),
    CONFERENCE_STATUS(16011, true),
    RECORDING_STATUS(11200, true),
    TRANSCRIPTION(11200, true),
    STREAM_STATUS(11200, true),
    AMD(11200, true),
    PARTIAL_RESULT(11200, true),
    MESSAGE_STATUS(11200, true);

    private final int failureCode;
    private final boolean callback;

    WebhookKind(int failureCode, boolean callback) {
        this.failureCode = failureCode;
        this.callback = callback;
    }

    /// A callback informs; its answer is not read. The others ask what to do next.
    public boolean isCallback() {
        return callback;
    }

    public int failureCode() {
        return failureCode;
    }

    /// Messaging keeps the port in the signed URL, voice over HTTPS drops it.
    boolean isVoice() {
        return this != MESSAGE && this != MESSAGE_STATUS;
    }
}
