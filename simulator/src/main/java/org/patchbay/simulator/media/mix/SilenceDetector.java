package org.patchbay.simulator.media.mix;

import java.time.Duration;
import org.patchbay.simulator.media.audio.Pcm;

/// Notices that a leg has said nothing for a while, as `<Record timeout>` needs it. Attach it with
/// [Channel#tap(Tap)] and take it off when it has served.
public final class SilenceDetector implements Tap {
    /// Root mean square below which a frame counts as silent: about -44 dB, above a quiet room's noise.
    public static final double SILENT_RMS = 200;

    private final long limitFrames;
    private final Runnable whenSilent;
    private long silentFrames;

    /// @param whenSilent runs once each time that the silence has lasted so long, on the mixer's thread: it
    ///     must be quick
    public SilenceDetector(Duration limit, Runnable whenSilent) {
        this.limitFrames = limit.dividedBy(Pcm.FRAME);
        this.whenSilent = whenSilent;
    }

    @Override
    public void frame(short[] spoken, short[] heard) {
        silentFrames = Pcm.rms(spoken) < SILENT_RMS ? silentFrames + 1 : 0;
        if (silentFrames == limitFrames) {
            whenSilent.run();
        }
    }
}
