package org.patchbay.simulator.recordings;

import java.time.Duration;
import java.time.Instant;
import org.patchbay.simulator.rest.Resource;

/// The text of a recording that `<Record transcribe>` asked for. It is what the script or a person at
/// the phones page typed: nothing is recognised from sound.
///
/// @param status `in-progress`, `completed` or `failed`
public record Transcription(
        String sid,
        String accountSid,
        String recordingSid,
        String status,
        String text,
        Duration duration,
        Instant created)
        implements Resource {}
