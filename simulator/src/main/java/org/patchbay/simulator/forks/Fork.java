package org.patchbay.simulator.forks;

import java.time.Instant;

/// Something that runs beside a call's instructions and survives redirects.
///
/// @param kind `Recording`, `Transcription` or `Stream`, as the noun is called
/// @param name unique on its call among its kind; its own SID when it was given none
/// @param stop ends it; harmless the second time
record Fork(String kind, String sid, String name, Instant started, Runnable stop) {}
