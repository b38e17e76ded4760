package org.patchbay.simulator.calls;

/// Why a leg ended, with the status that it ends in when it was never answered and the SIP code that
/// callbacks show.
public enum HangUp {
    /// One of the two sides of an answered call.
    NORMAL(CallStatus.COMPLETED, 200),
    BUSY(CallStatus.BUSY, 486),
    /// The far end refused: Twilio reports a declined call as busy.
    DECLINED(CallStatus.BUSY, 603),
    NO_ANSWER(CallStatus.NO_ANSWER, 487),
    CANCELED(CallStatus.CANCELED, 487),
    /// The caller gave up before an answer.
    ABANDONED(CallStatus.NO_ANSWER, 487),
    UNREACHABLE(CallStatus.FAILED, 404),
    FAILED(CallStatus.FAILED, 503);

    private final CallStatus unanswered;
    private final int sipCode;

    HangUp(CallStatus unanswered, int sipCode) {
        this.unanswered = unanswered;
        this.sipCode = sipCode;
    }

    /// The status in which a call in `current` ends for this reason: an answered call is always
    /// completed, whatever the reason.
    public CallStatus outcome(CallStatus current) {
        if (current == CallStatus.IN_PROGRESS) {
            return CallStatus.COMPLETED;
        }
        return unanswered == CallStatus.COMPLETED ? CallStatus.NO_ANSWER : unanswered;
    }

    /// @param outcome the status in which the call ended
    public int sipCode(CallStatus outcome) {
        return outcome == CallStatus.COMPLETED ? 200 : this == NORMAL ? 487 : sipCode;
    }
}
