package org.patchbay.simulator.sound;

/// A far end with sound of its own: a browser's microphone and speaker, or a phone that speaks.
public interface Audible {

    /// Hands over the place where its sound is plugged in; comes once, when the leg is made. Before the
    /// first [Jack#plug] and after [Jack#unplug] the leg is silent.
    void sound(Jack jack);
}
