package org.patchbay.simulator.media;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.mix.AudioPort;
import org.patchbay.simulator.media.mix.Channel;
import org.patchbay.simulator.media.mix.Playback;
import org.patchbay.simulator.media.mix.Player;
import org.patchbay.simulator.media.rtp.TelephoneEvent;

/// A phone without a network: a scripted caller whose sound is played by [#say(AudioSource)]. It is
/// connected from the beginning. Made by [MediaServer#virtualLeg()].
public final class VirtualLeg implements Leg, AudioPort {
    private final Channel channel;
    private final Player voice = new Player();
    private final KeySound keySound = new KeySound();
    private final LegEvents events = new LegEvents();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Ear ear;

    /// What the phone's owner hears: frames of sound, and keys pressed at the other end.
    public interface Ear {
        /// Called on the mixer's thread; the array is reused afterwards.
        void hear(short[] frame);

        /// @param key one of `0-9 * # A-D`
        default void digit(char key) {}
    }

    VirtualLeg(MediaServer server) {
        this.channel = server.mixer().attach(this);
        events.connected();
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public AudioPort release() {
        channel.close();
        return this;
    }

    /// The phone says this, instead of what it was saying.
    public Playback say(AudioSource source) {
        return voice.play(source);
    }

    /// The phone presses keys. They sound one after another, with `w` for a pause; the listeners are told all
    /// keys at once.
    public void press(String digits) {
        keySound.press(digits);
        digits.chars().mapToObj(c -> (char) c).filter(TelephoneEvent::isKey).forEach(events::digit);
    }

    /// From now on `ear` hears what this phone hears.
    public void hearWith(Ear newEar) {
        ear = newEar;
    }

    @Override
    public void sendDigits(String digits) {
        Ear listening = ear;
        if (listening != null) {
            digits.chars().mapToObj(c -> (char) c).filter(TelephoneEvent::isKey).forEach(listening::digit);
        }
    }

    @Override
    public void listen(LegListener listener) {
        events.listen(listener);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            voice.stop();
            channel.close();
            events.closed(CloseReason.LOCAL);
        }
    }

    @Override
    public void read(short[] frame) {
        if (!voice.read(frame)) {
            Arrays.fill(frame, (short) 0);
        }
        keySound.addTo(frame);
    }

    @Override
    public void write(short[] frame) {
        Ear listening = ear;
        if (listening != null) {
            listening.hear(frame);
        }
    }
}
