package org.patchbay.simulator.media.mix;

/// The sound of one far end, as the mixer sees it: a browser, or a scripted phone. Both methods are
/// called once per tick, on the mixer's thread, with frames of 20 ms.
public interface AudioPort {
    /// Fills `frame` with what the far end says.
    void read(short[] frame);

    /// Takes what the far end is to hear. The array is reused after this call.
    void write(short[] frame);
}
