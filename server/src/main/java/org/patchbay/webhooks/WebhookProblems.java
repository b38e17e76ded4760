package org.patchbay.webhooks;

import org.patchbay.kernel.ProblemType;

/// What is told to those who are not Twilio, or seem not to be.
final class WebhookProblems {

    static final ProblemType REFUSED = new ProblemType("webhook-refused", 403, "Not proven to be Twilio's");

    private WebhookProblems() {}
}
