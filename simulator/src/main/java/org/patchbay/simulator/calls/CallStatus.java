package org.patchbay.simulator.calls;

/// The state of a call as the REST API shows it.
public enum CallStatus {
    QUEUED("queued"),
    RINGING("ringing"),
    IN_PROGRESS("in-progress"),
    COMPLETED("completed"),
    BUSY("busy"),
    FAILED("failed"),
    NO_ANSWER("no-answer"),
    CANCELED("canceled");

    private final String wire;

    CallStatus(String wire) {
        this.wire = wire;
    }

    /// As written in JSON and in webhooks.
    public String wire() {
        return wire;
    }

    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RINGING, IN_PROGRESS -> false;
            case COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED -> true;
        };
    }

    /// Whether a call may go from this state to `next`. States only move forward; a final one is
    /// never left, and only a call that was answered is ever completed.
    public boolean mayBecome(CallStatus next) {
        return switch (this) {
            case QUEUED -> next != QUEUED && next != COMPLETED;
            case RINGING -> next != QUEUED && next != RINGING && next != COMPLETED;
            case IN_PROGRESS -> next == COMPLETED;
            case COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED -> false;
        };
    }
}
