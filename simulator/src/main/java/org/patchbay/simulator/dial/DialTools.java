package org.patchbay.simulator.dial;

import org.patchbay.simulator.calls.Directory;
import org.patchbay.simulator.calls.Legs;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.recordings.RecordingDesk;

/// What dialling needs besides the leg itself.
public record DialTools(Legs legs, Directory directory, NumberStore numbers, RecordingDesk recordings) {}
