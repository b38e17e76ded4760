package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.CallEvent.Candidates;

/// A conversation with a customer, as far as decisions need it.
///
/// @param status as people see it; follows from the rest, see [Statuses]
public record Call(
        UUID id,
        UUID workspaceId,
        Direction direction,
        Via via,
        Parties parties,
        Terms terms,
        Stage stage,
        CallStatus status,
        Offer offer,
        Claim claim,
        Room room,
        Times times,
        @Nullable Ending ending) {

    /// @param from as Twilio says it: of callers not always a number
    /// @param numberId which of ours; null where it is none
    public record Parties(
            String from,
            String to,
            @Nullable String callerName,
            @Nullable UUID numberId,
            @Nullable UUID contactId) {

        public Parties withoutContact() {
            return new Parties(from, to, callerName, numberId, null);
        }
    }

    /// How this call is handled, as it was decided when it began.
    ///
    /// @param ring how long it rings until nobody has taken it
    /// @param forwardTo the phone of [Unanswered#FORWARD], or of a number that forwards everything
    /// @param whisper whether whoever it is forwarded to presses a key first
    /// @param wrapUp how long the member writes it up, before they are offered another
    public record Terms(
            boolean recorded,
            Duration ring,
            Unanswered unanswered,
            @Nullable String forwardTo,
            boolean whisper,
            Duration wrapUp) {}

    /// @param to the members on whose desks it rings
    /// @param declined those of them who do not want it
    /// @param until when nobody has taken it
    public record Offer(
            Set<UUID> to,
            Set<UUID> declined,
            @Nullable Instant since,
            @Nullable Instant until) {

        public static final Offer NONE = new Offer(Set.of(), Set.of(), null, null);

        public Offer {
            to = Set.copyOf(to);
            declined = Set.copyOf(declined);
        }

        public boolean isOpenTo(UUID memberId) {
            return to.contains(memberId);
        }

        /// Those on whose desks it rings, but for those who do not want it.
        Set<UUID> open() {
            return Sets.without(to, declined);
        }

        /// Whether neither those on whose desks it rings nor those who may still come will take it.
        boolean isHopeless(Candidates candidates) {
            return declined.containsAll(to)
                    && declined.containsAll(candidates.free())
                    && declined.containsAll(candidates.busy());
        }

        Offer toAlso(Set<UUID> more) {
            return new Offer(Sets.union(to, more), declined, since, until);
        }

        Offer declinedBy(UUID memberId) {
            return new Offer(to, Sets.union(declined, Set.of(memberId)), since, until);
        }

        Offer wantedBy(UUID memberId) {
            return new Offer(to, Sets.without(declined, Set.of(memberId)), since, until);
        }
    }

    /// Who has the call.
    ///
    /// @param epoch counts the claims of this call; a leg of an older one is not let in
    /// @param leaseUntil when the member's leg must be there
    public record Claim(
            @Nullable UUID memberId,
            @Nullable String memberName,
            int epoch,
            @Nullable Instant leaseUntil) {

        public static final Claim NONE = new Claim(null, null, 0, null);

        boolean isOf(UUID member) {
            return member.equals(memberId);
        }

        Claim ofNobody() {
            return new Claim(null, null, epoch, null);
        }

        Claim until(Instant lease) {
            return new Claim(memberId, memberName, epoch, lease);
        }
    }

    /// The conference.
    ///
    /// @param name ours: neither a phone number nor a counter
    /// @param sid Twilio's, once we have heard it
    public record Room(@Nullable String name, @Nullable String sid) {}

    public record Times(
            Instant created,
            @Nullable Instant offered,
            @Nullable Instant answered,
            @Nullable Instant ended) {}

    /// @param errorCode Twilio's, where one ended it
    public record Ending(
            Outcome outcome, EndReason reason, @Nullable Integer errorCode) {}

    public boolean isOver() {
        return stage == Stage.ENDED;
    }

    /// Whether somebody has spoken on it who then writes it up.
    public boolean isWrittenUp() {
        return ending != null
                && ending.outcome() == Outcome.ANSWERED
                && claim.memberId() != null
                && terms.wrapUp().isPositive();
    }

    Call at(Stage next) {
        return with(next, status, offer, claim, room, times, ending);
    }

    Call shown(CallStatus next) {
        return with(stage, next, offer, claim, room, times, ending);
    }

    Call offered(Offer next) {
        return with(stage, status, next, claim, room, times, ending);
    }

    /// Begins to ring on desks.
    Call rung(Offer next) {
        Times since = new Times(times.created(), next.since(), times.answered(), times.ended());
        return with(Stage.OFFERED, status, next, claim, room, since, ending);
    }

    Call claimed(Claim next) {
        return with(stage, status, offer, next, room, times, ending);
    }

    Call inRoom(String sid) {
        return with(stage, status, offer, claim, new Room(room.name(), sid), times, ending);
    }

    /// What will be said of it once it is over.
    Call bound(Ending how) {
        return with(stage, status, offer, claim, room, times, how);
    }

    Call answered(Instant at) {
        Times now = new Times(times.created(), times.offered(), at, times.ended());
        return with(Stage.TALKING, status, offer, claim, room, now, null);
    }

    Call ended(Ending how, Instant at) {
        return at(Stage.ENDED).bound(how).endedAt(at);
    }

    /// Over already, and longer on the line than it was known to be.
    Call endedAt(Instant at) {
        Times now = new Times(times.created(), times.offered(), times.answered(), at);
        return with(stage, status, offer, claim, room, now, ending);
    }

    private Call with(
            Stage newStage,
            CallStatus newStatus,
            Offer newOffer,
            Claim newClaim,
            Room newRoom,
            Times newTimes,
            @Nullable Ending newEnding) {
        return new Call(
                id,
                workspaceId,
                direction,
                via,
                parties,
                terms,
                newStage,
                newStatus,
                newOffer,
                newClaim,
                newRoom,
                newTimes,
                newEnding);
    }
}
