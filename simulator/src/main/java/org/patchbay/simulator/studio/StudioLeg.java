package org.patchbay.simulator.studio;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.Leg;
import org.patchbay.simulator.media.MediaServer;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.mix.AudioPort;
import org.patchbay.simulator.media.mix.Channel;
import org.patchbay.simulator.media.mix.SilenceDetector;
import org.patchbay.simulator.sound.Jack;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;

/// The sound of one leg. Its place in the mixer lasts as long as the leg; what stands at the far end,
/// media that were plugged in or a lent [Voice], may change meanwhile.
final class StudioLeg implements LegSound, Jack, AudioPort {

    private final Booth booth;
    private final Voice voice = new Voice();
    private final Channel channel;
    private final Prompts prompts;
    private volatile Plugged farEnd = new Plugged(null, voice);
    private volatile int quietFrames;
    private boolean closed;

    /// @param media null for the lent voice
    private record Plugged(@Nullable Leg media, AudioPort port) {}

    StudioLeg(MediaServer server, Booth booth, Executor executor) {
        this.booth = booth;
        this.channel = server.attach(this);
        this.prompts = new Prompts(channel::play, executor);
    }

    Channel channel() {
        return channel;
    }

    @Override
    public void plug(Leg media) {
        change(new Plugged(media, media.release()));
    }

    @Override
    public void unplug() {
        change(new Plugged(null, voice));
    }

    private void change(Plugged next) {
        Plugged before;
        synchronized (this) {
            before = closed ? next : farEnd;
            if (!closed) {
                farEnd = next;
            }
        }
        if (before.media != null && (before == next || before.media != next.media)) {
            before.media.close();
        }
    }

    @Override
    public Playing play(Prompt prompt, Runnable done) {
        Leg media = farEnd.media;
        if (prompt instanceof Prompt.Keys keys && media != null) {
            // As events they survive any codec; as sound they are also in recordings.
            media.sendDigits(keys.keys());
        }
        return prompts.play(booth.make(prompt), done);
    }

    @Override
    public void voice(Prompt prompt) {
        if (farEnd.media == null) {
            voice.say(booth.make(prompt));
        }
    }

    @Override
    public Duration quiet() {
        return Pcm.FRAME.multipliedBy(quietFrames);
    }

    @Override
    public void close() {
        Plugged last;
        synchronized (this) {
            closed = true;
            last = farEnd;
        }
        channel.close();
        if (last.media != null) {
            last.media.close();
        }
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the mixer's thread writes it
    public void read(short[] frame) {
        farEnd.port.read(frame);
        quietFrames = Pcm.rms(frame) < SilenceDetector.SILENT_RMS ? quietFrames + 1 : 0;
    }

    @Override
    public void write(short[] frame) {
        farEnd.port.write(frame);
    }
}
