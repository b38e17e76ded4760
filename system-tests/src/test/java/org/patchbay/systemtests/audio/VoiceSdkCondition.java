package org.patchbay.systemtests.audio;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Decides whether a [NeedsVoiceSdk] test can run.
final class VoiceSdkCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean installed = VoiceSdk.file().isPresent();
        return Requirement.decide(installed, "There is no @twilio/voice-sdk in web/node_modules", context);
    }
}
