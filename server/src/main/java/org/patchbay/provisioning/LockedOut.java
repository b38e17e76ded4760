package org.patchbay.provisioning;

import java.util.Set;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.ProblemType;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioProblems;

/// Whether the account is out of our reach for good: Twilio does not let us in any more, or this server was
/// started without the simulator or the keyset that it needs. Then what is there stays, and clearing goes on
/// here.
final class LockedOut {

    private static final Set<ProblemType> BY_HOW_WE_WERE_STARTED =
            Set.of(TwilioProblems.SIMULATOR_MISSING, TwilioProblems.CREDENTIALS_UNREADABLE);

    private LockedOut() {}

    static boolean by(RuntimeException failed) {
        return switch (failed) {
            case TwilioFailure failure -> by(failure.kind());
            case Problem problem -> BY_HOW_WE_WERE_STARTED.contains(problem.type());
            default -> false;
        };
    }

    private static boolean by(TwilioFailure.Kind kind) {
        return switch (kind) {
            case CREDENTIALS, ACCOUNT_INACTIVE -> true;
            default -> false;
        };
    }
}
