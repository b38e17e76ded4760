package org.patchbay.webhooks;

/// What Twilio asks or tells.
///
/// Two things follow from it. **What Twilio does with our failure**: a request for TwiML drives a call, so a
/// 5xx ends the call ([#speaks()]); all others are sent again after a 5xx, because every address that we set
/// asks for it (`#rc=3&rp=5xx,ct,rt`). A text is among those others although it is answered with TwiML: an
/// empty answer is of no use to anybody, but a text that was not stored is lost unless Twilio sends it again.
/// **Where it is counted**: as [#counted()].
/// Source: [Connection overrides](https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides).
public enum WebhookKind {
    /// What shall be done with a call?
    VOICE("voice", "voice", true),
    /// The same, after [#VOICE] gave no answer.
    VOICE_FALLBACK("voice/fallback", "other", true),
    /// Somebody whom we rang has answered: what now?
    VOICE_ANSWER("voice/answer", "other", true),
    /// What became of a call.
    VOICE_STATUS("voice/status", "voice-status", false),
    /// What became of a recording.
    VOICE_RECORDING("voice/recording", "other", false),
    /// Who came to and left a conference.
    VOICE_CONFERENCE("voice/conference", "other", false),
    /// A text came.
    SMS_INBOUND("sms/inbound", "sms", false),
    /// What became of a text that was sent.
    SMS_STATUS("sms/status", "sms-status", false),
    /// Nothing: somebody tries whether deliveries arrive.
    PROBE("probe", "probe", false);

    private final String path;
    private final String counted;
    private final boolean speaks;

    WebhookKind(String path, String counted, boolean speaks) {
        this.path = path;
        this.counted = counted;
        this.speaks = speaks;
    }

    /// What follows `/api/twilio/{workspaceId}/`.
    String path() {
        return path;
    }

    /// As `GET /api/twilio/deliveries` names it.
    public String counted() {
        return counted;
    }

    /// Whether a person on the line hears what we answer. Then there is always an answer, never a 5xx.
    public boolean speaks() {
        return speaks;
    }
}
