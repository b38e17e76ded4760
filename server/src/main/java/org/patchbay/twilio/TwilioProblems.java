package org.patchbay.twilio;

import java.util.List;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.ProblemType;

/// What people are told when Twilio does not do what they asked for.
public final class TwilioProblems {

    public static final ProblemType CREDENTIALS =
            new ProblemType("twilio-credentials", 422, "Twilio does not accept these credentials");
    public static final ProblemType CREDENTIALS_UNREADABLE =
            new ProblemType("twilio-credentials-unreadable", 422, "The stored credentials can not be decrypted");
    public static final ProblemType ACCOUNT_INACTIVE =
            new ProblemType("twilio-account-inactive", 422, "The Twilio account is not active");
    public static final ProblemType REFUSED = new ProblemType("twilio-refused", 422, "Twilio refused");
    public static final ProblemType RATE_LIMITED =
            new ProblemType("twilio-rate-limited", 429, "Too much at once for Twilio");
    public static final ProblemType UNAVAILABLE = new ProblemType("twilio-unavailable", 503, "Twilio is not reachable");

    public static final ProblemType NOT_CONFIGURED =
            new ProblemType("twilio-not-configured", 409, "No Twilio account is connected");
    public static final ProblemType SIMULATOR_MISSING =
            new ProblemType("simulator-missing", 422, "There is no simulator here");

    private TwilioProblems() {}

    public static List<ProblemType> all() {
        return List.of(
                CREDENTIALS,
                CREDENTIALS_UNREADABLE,
                ACCOUNT_INACTIVE,
                REFUSED,
                RATE_LIMITED,
                UNAVAILABLE,
                NOT_CONFIGURED,
                SIMULATOR_MISSING);
    }

    public static Problem notConfigured() {
        return NOT_CONFIGURED.because("An admin connects a Twilio account under Settings → Twilio.");
    }

    /// The failure as an answer, with Twilio's code where there is one.
    public static Problem of(TwilioFailure failure) {
        Problem problem = inWords(failure);
        if (failure.code().isPresent()) {
            problem = problem.withTwilioCode(failure.code().getAsInt());
        }
        return failure.retryAfter().map(problem::retryAfter).orElse(problem);
    }

    private static Problem inWords(TwilioFailure failure) {
        return switch (failure.kind()) {
            case CREDENTIALS ->
                CREDENTIALS.because("Copy Account SID and Auth Token from the Twilio console once more; "
                        + "one of them is wrong, or the token has been exchanged.");
            case ACCOUNT_INACTIVE ->
                ACCOUNT_INACTIVE.because("Twilio has suspended or closed this account; its console says why.");
            case FORBIDDEN ->
                REFUSED.because("The account may not do this; look in Twilio's console under its permissions.");
            case NOT_FOUND -> REFUSED.because("Twilio does not know this any more; somebody has removed it there.");
            case RATE_LIMITED ->
                RATE_LIMITED.because("Other programs use the same account at this moment; try again shortly.");
            case REFUSED ->
                REFUSED.because(failure.words().map(TwilioProblems::sentence).orElse("Twilio gave no reason."));
            case UNAVAILABLE -> UNAVAILABLE.because("Twilio has a fault of its own at this moment; try again shortly.");
            case UNREACHABLE ->
                UNAVAILABLE.because("No answer from Twilio: check this server's way to the internet, then try again.");
            case HELD_BACK ->
                UNAVAILABLE.because("Twilio did not answer the last requests; the next one is tried in a moment.");
        };
    }

    private static String sentence(String words) {
        String trimmed = words.strip();
        return "Twilio says: " + (trimmed.endsWith(".") ? trimmed : trimmed + ".");
    }
}
