package org.patchbay.calls.machine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is answered to who asked: Twilio for a leg, or a member for themselves.
public sealed interface Reply {

    /// Into the conference.
    ///
    /// @param ends whether the conference ends when the leg leaves it
    /// @param notice whether the leg is told first that the call is recorded
    record EnterRoom(
            UUID legId, LegKind kind, String room, Wait meanwhile, boolean ends, boolean recorded, boolean notice)
            implements Reply {}

    /// On to a phone.
    ///
    /// @param phoneLegId the phone's leg, which Twilio makes by itself
    record GoOn(UUID legId, UUID phoneLegId, String phone, boolean recorded, boolean whisper) implements Reply {}

    /// The leg is to be ended without a word.
    record Over() implements Reply {}

    /// A sentence, and the end.
    record Say(Sentence sentence) implements Reply {}

    /// Whoever has voicemail says what happens.
    record LeaveMessage(UUID legId) implements Reply {}

    /// The call is not taken; nobody pays for it.
    record Reject() implements Reply {}

    /// The call is theirs.
    record Yours(int epoch, String room) implements Reply {}

    /// The call is somebody else's.
    record Taken(UUID memberId, @Nullable String memberName) implements Reply {}

    /// The call is over, or not to be taken any more.
    record TooLate() implements Reply {}

    /// The call does not ring on the member's desk.
    record NotOffered() implements Reply {}

    /// So be it.
    record Done() implements Reply {}

    /// What is heard while the other side is not there.
    enum Wait {
        MUSIC,
        RINGING
    }

    /// What can be said to somebody on the line.
    enum Sentence {
        NOBODY_AVAILABLE,
        NUMBER_NOT_IN_USE,
        CALL_IS_OVER,
        NOT_YOUR_CALL,
        LINE_BUSY,
        NO_ANSWER,
        CANNOT_BE_REACHED,
        NOT_DIALED
    }
}
