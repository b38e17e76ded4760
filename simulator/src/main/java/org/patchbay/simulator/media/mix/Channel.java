package org.patchbay.simulator.media.mix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.wav.Recording;
import org.patchbay.simulator.media.wav.Tracks;

/// One leg's place in the mixer. It hears, in this order: what is played into it, the room it is in,
/// silence. Safe to use from any thread.
public final class Channel {
    private final Mixer mixer;
    private final AudioPort port;
    private final Player player = new Player();
    private final List<Tap> taps = new CopyOnWriteArrayList<>();
    private volatile @Nullable Member member;

    // Touched by the mixer's thread only.
    final short[] spoken = new short[Pcm.FRAME_SAMPLES];
    final short[] heard = new short[Pcm.FRAME_SAMPLES];

    Channel(Mixer mixer, AudioPort port) {
        this.mixer = mixer;
        this.port = port;
    }

    /// Plays something to this leg alone, over whatever it would hear otherwise. Meanwhile others in its
    /// room still hear it.
    public Playback play(AudioSource source) {
        return player.play(source);
    }

    /// Ends what is being played to this leg alone.
    public void stopPlaying() {
        player.stop();
    }

    /// Records this leg into a new WAV file.
    ///
    /// @throws IOException when the file cannot be made
    public Recording record(Path path, Tracks tracks) throws IOException {
        Tap[] self = new Tap[1];
        Recording recording = new Recording(path, tracks, mixer.disk(), () -> taps.remove(self[0]));
        self[0] = recording;
        taps.add(recording);
        return recording;
    }

    public void tap(Tap tap) {
        taps.add(tap);
    }

    public void untap(Tap tap) {
        taps.remove(tap);
    }

    /// The room this leg is in.
    public Optional<Member> member() {
        return Optional.ofNullable(member);
    }

    /// Leaves the mixer for good: its room, what it hears, and its recordings end.
    public void close() {
        member().ifPresent(Member::leave);
        player.stop();
        mixer.detach(this);
        Recording.stopAll(taps);
    }

    void enter(Member newMember) {
        member().ifPresent(Member::leave);
        member = newMember;
    }

    void left(Member oldMember) {
        if (member == oldMember) {
            member = null;
        }
    }

    void capture() {
        port.read(spoken);
        Arrays.fill(heard, (short) 0);
    }

    void deliver() {
        player.read(heard);
        port.write(heard);
        for (Tap tap : taps) {
            tap.frame(spoken, heard);
        }
    }
}
