package org.patchbay.systemtests.audio;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/// What happens when something that a proof needs is not on this machine.
final class Requirement {
    private Requirement() {}

    /// Lets the test run; or skips it with a loud message; or, with `CI=true`, fails it.
    static ConditionEvaluationResult decide(boolean met, String complaint, ExtensionContext context) {
        if (met) {
            return ConditionEvaluationResult.enabled("all that is needed is here");
        }
        String reason = complaint + ": what " + context.getDisplayName() + " says is NOT PROVED";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(reason);
        }
        System.err.println("*** " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
