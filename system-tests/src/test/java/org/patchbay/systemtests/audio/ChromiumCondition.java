package org.patchbay.systemtests.audio;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Decides whether a [NeedsChromium] test can run.
final class ChromiumCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.executable().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a Chromium");
        }
        String reason = "There is no Chromium on the path and PATCHBAY_CHROMIUM is not set: the audio of "
                + context.getDisplayName() + " is NOT PROVED";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(reason);
        }
        System.err.println("*** " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
