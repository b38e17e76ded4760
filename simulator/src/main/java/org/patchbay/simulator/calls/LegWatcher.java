package org.patchbay.simulator.calls;

/// Somebody whom the fate of a leg concerns: the `<Dial>` that began it, a conference, a recording.
public interface LegWatcher {
    default void ringing(Leg leg) {}

    default void answered(Leg leg) {}

    /// The far end said this.
    default void said(Leg leg, String words) {}

    /// This was said to the far end.
    default void heard(Leg leg, String words) {}

    /// The leg reached a final status; comes exactly once.
    default void ended(Leg leg, HangUp why) {}
}
