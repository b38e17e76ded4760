package org.patchbay.simulator.media.mix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.wav.Recording;
import org.patchbay.simulator.media.wav.Tracks;

/// A room where legs hear each other: each hears the sum of the others, never itself. The sound of a
/// conference, or of the two ends of a `<Dial>`. Safe to use from any thread.
public final class Room {
    private final Mixer mixer;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final List<Tap> taps = new CopyOnWriteArrayList<>();
    private final Player announcer = new Player();

    // Touched by the mixer's thread only.
    private final int[] sum = new int[Pcm.FRAME_SAMPLES];
    private final short[] announcement = new short[Pcm.FRAME_SAMPLES];
    private final short[] mixed = new short[Pcm.FRAME_SAMPLES];

    Room(Mixer mixer) {
        this.mixer = mixer;
    }

    /// Brings a leg in; it leaves the room it was in.
    public Member join(Channel channel) {
        Member member = new Member(this, channel);
        channel.enter(member);
        members.add(member);
        return member;
    }

    public List<Member> members() {
        return List.copyOf(members);
    }

    /// Plays something to everybody who is not on hold, on top of the conversation. It is also recorded.
    public Playback announce(AudioSource source) {
        return announcer.play(source);
    }

    /// Records the conversation into a new WAV file: one channel, without whispers (as Twilio does) and
    /// without those on hold.
    ///
    /// @throws IOException when the file cannot be made
    public Recording record(Path path) throws IOException {
        Tap[] self = new Tap[1];
        Recording recording = new Recording(path, Tracks.SPOKEN, mixer.disk(), () -> taps.remove(self[0]));
        self[0] = recording;
        taps.add(recording);
        return recording;
    }

    /// Ends the room: everybody is out, recordings and announcements end.
    public void close() {
        members.forEach(Member::leave);
        announcer.stop();
        mixer.remove(this);
        Recording.stopAll(taps);
    }

    void remove(Member member) {
        members.remove(member);
    }

    /// Computes what each member hears in this tick, from what each said.
    void mix() {
        if (!announcer.read(announcement)) {
            Arrays.fill(announcement, (short) 0);
        }
        addUp();
        boolean whispering = false;
        for (Member member : members) {
            whispering |= member.whispers();
        }
        for (Member member : members) {
            if (!member.readHoldMusic(member.channel().heard)) {
                mixFor(member, whispering);
            }
        }
        tap();
    }

    private void addUp() {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = announcement[i];
        }
        for (Member member : members) {
            if (member.speaksToAll()) {
                short[] spoken = member.channel().spoken;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += spoken[i];
                }
            }
        }
    }

    private void mixFor(Member member, boolean whispering) {
        short[] heard = member.channel().heard;
        short[] self = member.channel().spoken;
        boolean included = member.speaksToAll();
        for (int i = 0; i < sum.length; i++) {
            heard[i] = Pcm.saturate(included ? sum[i] - self[i] : sum[i]);
        }
        if (whispering) {
            for (Member other : members) {
                if (other.whispersTo(member)) {
                    Pcm.add(heard, other.channel().spoken);
                }
            }
        }
    }

    private void tap() {
        if (taps.isEmpty()) {
            return;
        }
        for (int i = 0; i < sum.length; i++) {
            mixed[i] = Pcm.saturate(sum[i]);
        }
        for (Tap tap : taps) {
            tap.frame(mixed, mixed);
        }
    }
}
