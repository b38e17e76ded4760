package org.patchbay.systemtests.audio;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Decides whether a [NeedsChromium] test can run.
final class ChromiumCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean installed = Chromium.executable().isPresent();
        return Requirement.decide(installed, "There is no Chromium on the path, and CHROMIUM is not set", context);
    }
}
