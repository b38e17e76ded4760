package org.patchbay.simulator.studio;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.mix.Member;
import org.patchbay.simulator.media.mix.Playback;
import org.patchbay.simulator.media.mix.Room;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Mix;
import org.patchbay.simulator.sound.Prompt;

/// A bridge or conference in a room of the mixer. The room is there while somebody is in.
final class StudioMix implements Mix {

    private final Supplier<Room> rooms;
    private final Booth booth;
    private final Prompts announcements;
    private final Map<LegSound, Seat> seats = new HashMap<>();
    private @Nullable Room room;

    private record Seat(Member member, Part part) {}

    StudioMix(Supplier<Room> rooms, Booth booth, Executor executor) {
        this.rooms = rooms;
        this.booth = booth;
        this.announcements = new Prompts(this::announce, executor);
    }

    synchronized Room room() {
        Room open = room;
        if (open == null) {
            open = rooms.get();
            room = open;
        }
        return open;
    }

    @Override
    public synchronized void add(LegSound leg, Part part) {
        var newcomer = new Seat(room().join(((StudioLeg) leg).channel()), part);
        seats.put(leg, newcomer);
        apply(newcomer);
        // Somebody may have been waiting to whisper to this one.
        seats.values().stream().filter(seat -> leg.equals(seat.part.coaches())).forEach(this::apply);
    }

    @Override
    public synchronized void change(LegSound leg, Part part) {
        var changed = seats.computeIfPresent(leg, (known, seat) -> new Seat(seat.member, part));
        if (changed != null) {
            apply(changed);
        }
    }

    @Override
    public synchronized void remove(LegSound leg) {
        var seat = seats.remove(leg);
        if (seat != null) {
            seat.member.leave();
            if (seats.isEmpty()) {
                room().close();
                room = null;
            }
        }
    }

    @Override
    public LegSound.Playing play(Prompt prompt, Runnable done) {
        if (isEmpty()) {
            // Nobody hears it; but it takes a while, so that what repeats without end does not spin.
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(done);
            return () -> {};
        }
        return announcements.play(booth.make(prompt), done);
    }

    private synchronized boolean isEmpty() {
        return seats.isEmpty();
    }

    private Playback announce(AudioSource sound) {
        return room().announce(sound);
    }

    private void apply(Seat seat) {
        Part part = seat.part;
        Seat coached = part.coaches() == null ? null : seats.get(part.coaches());
        // A whisper to somebody who is not there is heard by nobody.
        seat.member.mute(part.muted() || (part.coaches() != null && (coached == null || coached == seat)));
        if (coached != null && coached != seat) {
            seat.member.coach(coached.member);
        } else {
            seat.member.barge();
        }
        if (!part.held()) {
            seat.member.unhold();
        } else if (!seat.member.onHold()) {
            // The music itself is played to the leg alone, as it may be a whole document.
            seat.member.hold(AudioSource.silence());
        }
    }
}
