package org.patchbay.simulator.conferences;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.recordings.RecordingPlan;

/// What the first participant fixes for the whole conference; what later ones say is ignored.
///
/// @param callbackUrl absolute, or empty
/// @param events of start, end, join, leave, mute, hold, modify, speaker, announcement
/// @param recording null when it is not recorded
public record ConferenceSettings(
        String callbackUrl,
        String callbackMethod,
        Set<String> events,
        @Nullable RecordingPlan recording,
        String region) {}
