package org.patchbay.simulator.media.mix;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.audio.AudioSource;

/// A leg while it is in a room, and how it takes part (Twilio's Muted, Hold and Coaching). Each change
/// is heard from the next tick on.
public final class Member {
    private final Room room;
    private final Channel channel;
    private volatile boolean muted;
    private volatile @Nullable AudioSource holdMusic;
    private volatile @Nullable Member coached;

    Member(Room room, Channel channel) {
        this.room = room;
        this.channel = channel;
    }

    public Room room() {
        return room;
    }

    public Channel channel() {
        return channel;
    }

    /// A muted member hears the room and is not heard.
    public void mute(boolean mute) {
        muted = mute;
    }

    public boolean muted() {
        return muted;
    }

    /// Takes the member out of the conversation: it hears only `music` and nobody hears it. Also what
    /// someone does who waits for a conference to start.
    public void hold(AudioSource music) {
        holdMusic = music;
    }

    public void unhold() {
        holdMusic = null;
    }

    public boolean onHold() {
        return holdMusic != null;
    }

    /// Whispers: the member hears everybody and is heard by `target` alone, and by nobody once `target` has
    /// left.
    ///
    /// @param target a member of the same room
    public void coach(Member target) {
        if (target.room != room || target == this) {
            throw new IllegalArgumentException("only another member of the same room can be coached");
        }
        coached = target;
    }

    /// Stops whispering: from now on everybody hears this member.
    public void barge() {
        coached = null;
    }

    public Optional<Member> coached() {
        return Optional.ofNullable(coached);
    }

    public void leave() {
        room.remove(this);
        channel.left(this);
    }

    boolean speaksToAll() {
        return !muted && holdMusic == null && coached == null;
    }

    boolean whispersTo(Member listener) {
        return coached == listener && !muted && holdMusic == null;
    }

    boolean whispers() {
        return coached != null && !muted && holdMusic == null;
    }

    /// Fills in the hold music.
    ///
    /// @return false when this member is not on hold
    boolean readHoldMusic(short[] frame) {
        AudioSource music = holdMusic;
        if (music == null) {
            return false;
        }
        music.read(frame);
        return true;
    }
}
