package org.patchbay.simulator.media.wav;

import java.nio.file.Path;
import java.time.Duration;

/// A finished recording.
///
/// @param file WAV, 8 kHz, 16-bit
/// @param channels 1 or 2
/// @param duration of the sound in the file, without what was paused away
public record RecordedAudio(Path file, int channels, Duration duration) {}
