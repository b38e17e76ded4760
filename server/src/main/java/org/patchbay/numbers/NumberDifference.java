package org.patchbay.numbers;

import org.jspecify.annotations.Nullable;
import org.patchbay.twilio.Aspect;

/// One thing that a number has at Twilio other than we want it.
///
/// @param wanted an address without its fragment, a SID, or a method; null for nothing
/// @param found likewise
public record NumberDifference(
        Aspect aspect, @Nullable String wanted, @Nullable String found) {}
