package org.patchbay.provisioning;

import org.patchbay.twilio.TwilioFailure;

/// Whether Twilio does not let us in any more: then what is there stays, and clearing goes on here.
final class LockedOut {

    private LockedOut() {}

    static boolean by(TwilioFailure failure) {
        return switch (failure.kind()) {
            case CREDENTIALS, ACCOUNT_INACTIVE -> true;
            default -> false;
        };
    }
}
