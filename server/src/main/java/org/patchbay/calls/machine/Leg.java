package org.patchbay.calls.machine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One Twilio call inside a call.
///
/// @param memberId of an agent's
/// @param address a number, or `client:` and an identity
/// @param sid Twilio's; null until we have heard it
/// @param sequence the highest number of its status callbacks; -1 before the first
/// @param epoch of the claim that an agent came by
/// @param inRoom whether it is in the conference
/// @param ending whether Twilio was asked to end it
/// @param errorCode Twilio's, where it could not be rung
public record Leg(
        UUID id,
        LegKind kind,
        @Nullable UUID memberId,
        String address,
        @Nullable String sid,
        LegStatus status,
        int sequence,
        int epoch,
        boolean inRoom,
        boolean wasInRoom,
        Dial dial,
        boolean ending,
        Times times,
        @Nullable Integer durationSeconds,
        @Nullable Integer sipCode,
        @Nullable Integer errorCode) {

    public record Times(
            Instant created,
            @Nullable Instant ringing,
            @Nullable Instant answered,
            @Nullable Instant ended) {}

    /// Whether somebody speaks through the desk, and not through a phone.
    boolean isBrowser() {
        return address.startsWith("client:");
    }

    static Leg arrived(
            UUID id, LegKind kind, @Nullable UUID memberId, String address, String sid, int epoch, Instant now) {
        return new Leg(
                id,
                kind,
                memberId,
                address,
                sid,
                LegStatus.RINGING,
                -1,
                epoch,
                false,
                false,
                Dial.NONE,
                false,
                new Times(now, now, null, null),
                null,
                null,
                null);
    }

    static Leg planned(UUID id, LegKind kind, @Nullable UUID memberId, String address, Instant now) {
        return new Leg(
                id,
                kind,
                memberId,
                address,
                null,
                LegStatus.QUEUED,
                -1,
                0,
                false,
                false,
                Dial.WANTED,
                false,
                new Times(now, null, null, null),
                null,
                null,
                null);
    }

    /// Rung by Twilio itself, for a `<Dial>` of ours.
    static Leg expected(UUID id, LegKind kind, String address, Instant now) {
        return planned(id, kind, null, address, now).dialed(Dial.NONE);
    }

    public boolean isOver() {
        return status.isOver();
    }

    /// Whether Twilio never dialed it, and not for what it knows of the number: it did not answer, or answered with
    /// one of its [general errors](https://www.twilio.com/docs/api/errors), 20001 to 20999.
    boolean wasNotTried() {
        return sid == null && dial != Dial.NONE && (errorCode == null || errorCode / 1000 == 20);
    }

    /// Whether somebody may be, or may yet come to be, on this line.
    boolean mayBeAlive() {
        return !isOver() && (sid != null || dial.inTheAir());
    }

    /// Whether Twilio has been asked to end it, and it is not known that it has: by its end, or by its having left the
    /// conference.
    boolean isBeingEnded() {
        return ending && mayBeAlive() && (inRoom || !wasInRoom);
    }

    /// Whether we ring it and nobody has picked it up yet.
    boolean rings() {
        return dial != Dial.NONE && times.answered() == null && mayBeAlive();
    }

    /// Whether it is a call to us, which Twilio answers at once.
    boolean calledUs() {
        return dial == Dial.NONE && kind != LegKind.THIRD_PARTY;
    }

    /// Moves on, where that is forward.
    Leg moved(LegStatus next, Instant at) {
        if (!status.mayBecome(next)) {
            return this;
        }
        Times moved = new Times(
                times.created(),
                times.ringing() == null && next == LegStatus.RINGING ? at : times.ringing(),
                times.answered() == null && next == LegStatus.IN_PROGRESS ? at : times.answered(),
                next.isOver() ? at : times.ended());
        return new Leg(
                id,
                kind,
                memberId,
                address,
                sid,
                next,
                sequence,
                epoch,
                inRoom && !next.isOver(),
                wasInRoom,
                dial,
                ending,
                moved,
                durationSeconds,
                sipCode,
                errorCode);
    }

    /// What a status callback says beside the status.
    Leg reported(int number, @Nullable Integer seconds, @Nullable Integer sip, @Nullable Integer error) {
        return new Leg(
                id,
                kind,
                memberId,
                address,
                sid,
                status,
                Math.max(sequence, number),
                epoch,
                inRoom,
                wasInRoom,
                dial,
                ending,
                times,
                seconds == null ? durationSeconds : seconds,
                sip == null ? sipCode : sip,
                error == null ? errorCode : error);
    }

    /// The SID of a leg that we rang, by whichever way it came to us.
    Leg known(String twilioSid) {
        boolean rung = dial == Dial.WANTED || dial.inTheAir();
        return sid != null ? this : with(twilioSid, inRoom, rung ? Dial.DONE : dial, ending);
    }

    Leg dialed(Dial next) {
        return with(sid, inRoom, next, ending);
    }

    Leg inRoom(boolean there) {
        return with(sid, there, dial, ending);
    }

    Leg askedToEnd() {
        return with(sid, inRoom, dial, true);
    }

    private Leg with(@Nullable String newSid, boolean there, Dial newDial, boolean nowEnding) {
        return new Leg(
                id,
                kind,
                memberId,
                address,
                newSid,
                status,
                sequence,
                epoch,
                there,
                wasInRoom || there,
                newDial,
                nowEnding,
                times,
                durationSeconds,
                sipCode,
                errorCode);
    }
}
