package org.patchbay.provisioning;

import java.util.List;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.ProblemType;

/// What people are told when their account can not be set up.
public final class ProvisioningProblems {

    public static final ProblemType BUSY = new ProblemType("twilio-busy", 409, "The account is being worked on");
    public static final ProblemType OTHER_ACCOUNT =
            new ProblemType("twilio-other-account", 409, "Another account is connected");
    public static final ProblemType PUBLIC_URL_MISSING =
            new ProblemType("public-url-missing", 422, "Twilio can not reach this server yet");
    public static final ProblemType PUBLIC_URL_UNREACHABLE =
            new ProblemType("public-url-unreachable", 422, "Twilio can not reach this server");

    private ProvisioningProblems() {}

    public static List<ProblemType> all() {
        return List.of(BUSY, OTHER_ACCOUNT, PUBLIC_URL_MISSING, PUBLIC_URL_UNREACHABLE);
    }

    static Problem busy() {
        return BUSY.because("Something is being done to this account at this moment. Wait until it is finished.");
    }

    static Problem publicUrlMissing() {
        return PUBLIC_URL_MISSING.because(
                "Set PATCHBAY_PUBLIC_URL to the address under which the internet reaches this server, and start it again.");
    }
}
