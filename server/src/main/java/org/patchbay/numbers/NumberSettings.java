package org.patchbay.numbers;

import org.jspecify.annotations.Nullable;

/// What changes of a number; null stays as it is.
///
/// @param forwardTo empty takes it away
/// @param noAnswerTo empty takes it away
/// @param managed false leaves the number to whoever has it at Twilio
public record NumberSettings(
        @Nullable String friendlyName,
        @Nullable Recording recording,
        @Nullable Integer noAnswerSeconds,
        @Nullable String forwardTo,
        @Nullable OnNoAnswer onNoAnswer,
        @Nullable String noAnswerTo,
        @Nullable Boolean whisper,
        @Nullable Boolean managed) {}
