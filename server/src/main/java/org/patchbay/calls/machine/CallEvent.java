package org.patchbay.calls.machine;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to a call. May come late, twice, not at all, or in the wrong order.
public sealed interface CallEvent {

    /// Twilio asks what to do with a customer's call.
    record CallerCame(String sid) implements CallEvent {}

    /// Twilio asks what to do with a member's browser, which says that it wants into this call. Who it is
    /// is certain; what it says of the epoch is not.
    ///
    /// @param epoch of the claim that it came by, as it says; null where it says none
    /// @param address `client:` and the identity
    /// @param before the legs by which this browser was on the call, as it says, if it comes back by itself;
    ///     empty for somebody who has just pressed
    record AgentCame(
            String sid,
            UUID legId,
            UUID memberId,
            String address,
            @Nullable Integer epoch,
            Set<String> before) implements CallEvent {
        public AgentCame {
            before = Set.copyOf(before);
        }

        public AgentCame(String sid, UUID legId, UUID memberId, String address, @Nullable Integer epoch) {
            this(sid, legId, memberId, address, epoch, Set.of());
        }
    }

    /// Twilio asks what to do with a leg that we rang, for it has been answered.
    record LegAnswered(UUID legId, String sid) implements CallEvent {}

    /// Twilio asks what to do next with a leg that we have sent to another address.
    record LegTurned(UUID legId, Turn turn) implements CallEvent {}

    /// A forwarded call's phone is done with.
    ///
    /// @param bridged whether the two have spoken
    /// @param sid of the phone's leg, where Twilio says it
    /// @param seconds from its answer to its end, where Twilio says it
    record ForwardEnded(
            LegStatus status,
            boolean bridged,
            @Nullable String sid,
            @Nullable Integer seconds) implements CallEvent {
        public ForwardEnded(LegStatus status, boolean bridged, @Nullable String sid) {
            this(status, bridged, sid, null);
        }
    }

    /// A leg's status, as Twilio reports it, or as it was read from the REST API.
    ///
    /// @param legId as our own address says it; null where the address is not one of a leg
    /// @param sequence -1 where none is said
    /// @param since when it became so, where that was read; null for just now
    record LegReported(
            @Nullable UUID legId,
            String sid,
            LegStatus status,
            int sequence,
            @Nullable Integer durationSeconds,
            @Nullable Integer sipCode,
            @Nullable Instant since)
            implements CallEvent {
        public LegReported(
                @Nullable UUID legId,
                String sid,
                LegStatus status,
                int sequence,
                @Nullable Integer durationSeconds,
                @Nullable Integer sipCode) {
            this(legId, sid, status, sequence, durationSeconds, sipCode, null);
        }
    }

    record RoomStarted(String conferenceSid) implements CallEvent {}

    /// @param endedBy whose leaving, or by which leg's, it ended; null where Twilio does not say
    record RoomEnded(String conferenceSid, @Nullable String endedBy) implements CallEvent {
        public RoomEnded(String conferenceSid) {
            this(conferenceSid, null);
        }
    }

    record RoomJoined(String conferenceSid, String sid) implements CallEvent {}

    /// @param byItself whether it left, or the conference ended around it: then whoever ended that says more
    record RoomLeft(String conferenceSid, String sid, boolean byItself) implements CallEvent {
        public RoomLeft(String conferenceSid, String sid) {
            this(conferenceSid, sid, true);
        }
    }

    /// Who is in the conference, as Twilio's REST API says: nobody where there is none.
    ///
    /// @param epoch of the claim because of which it was asked
    record RoomSeen(Set<String> sids, int epoch) implements CallEvent {
        public RoomSeen {
            sids = Set.copyOf(sids);
        }
    }

    /// A member wants to take the call.
    record Accept(UUID memberId, String memberName) implements CallEvent {}

    /// A member does not want it.
    ///
    /// @param candidates who may take calls now, the member among them: the call may wait for others
    record Decline(UUID memberId, Candidates candidates) implements CallEvent {}

    /// Somebody who may has ended the call.
    record HangUp(UUID memberId) implements CallEvent {}

    /// Who may take calls now.
    record AgentsChanged(Candidates candidates) implements CallEvent {}

    /// Nobody has taken the call in time.
    record RingingOver() implements CallEvent {}

    /// The member who had the call has written it up.
    record WrapUpOver() implements CallEvent {}

    /// The member who took the call, or began it, should be there by now.
    record AgentDue(int epoch) implements CallEvent {}

    /// A leg should have been heard of, or be gone, by now.
    record LegDue(UUID legId) implements CallEvent {}

    /// Twilio has made the call that we asked for.
    record Dialed(UUID legId, String sid) implements CallEvent {}

    /// Twilio has not, and will not.
    ///
    /// @param code Twilio's; null where it gave none
    record DialRefused(UUID legId, @Nullable Integer code) implements CallEvent {}

    /// Nobody knows whether Twilio has.
    record DialUnclear(UUID legId) implements CallEvent {}

    /// A leg of which Twilio knows nothing: not any more, or, after an answer that was lost, nothing at all.
    record LegGone(UUID legId) implements CallEvent {}

    /// Where a leg is sent while its call goes on.
    enum Turn {
        /// Nobody has taken the call.
        UNANSWERED,
        /// The customer can not be reached: the member is told why.
        TOLD,
        /// Whoever the call is forwarded to has pressed a key to take it.
        TAKEN
    }

    /// Who may take a call.
    ///
    /// @param free those on whose desks it may ring now
    /// @param busy those who may once they are free
    record Candidates(Set<UUID> free, Set<UUID> busy) {

        public static final Candidates NOBODY = new Candidates(Set.of(), Set.of());

        public Candidates {
            free = Set.copyOf(free);
            busy = Set.copyOf(busy);
        }

        boolean isHopeless() {
            return free.isEmpty() && busy.isEmpty();
        }
    }

    /// How a call begins.
    sealed interface Beginning {

        UUID callId();

        UUID workspaceId();
    }

    /// A customer calls.
    ///
    /// @param terms null where the number called is not the workspace's, or not any more
    record Incoming(
            UUID callId,
            UUID workspaceId,
            UUID legId,
            String sid,
            Call.Parties parties,
            Call.@Nullable Terms terms,
            boolean forwards,
            boolean blocked,
            Candidates candidates)
            implements Beginning {}

    /// The end of a customer's call came before the call itself.
    ///
    /// @param status a final one: what comes earlier says nothing that the call itself will not say
    record Overtaken(
            UUID callId,
            UUID workspaceId,
            UUID legId,
            String sid,
            Call.Parties parties,
            Call.Terms terms,
            LegStatus status,
            @Nullable Integer durationSeconds)
            implements Beginning {
        public Overtaken {
            if (!status.isOver()) {
                throw new IllegalArgumentException("A call begins with its end only where it has ended");
            }
        }
    }

    /// A member calls.
    ///
    /// @param agentLegId of the leg that we ring; null where the member's browser comes by itself
    /// @param agentAddress what we ring; null likewise
    record Placed(
            UUID callId,
            UUID workspaceId,
            Via via,
            Call.Parties parties,
            Call.Terms terms,
            UUID memberId,
            String memberName,
            UUID customerLegId,
            @Nullable UUID agentLegId,
            @Nullable String agentAddress)
            implements Beginning {

        /// Should the contact be gone by now.
        public Placed withoutContact() {
            return new Placed(
                    callId,
                    workspaceId,
                    via,
                    parties.withoutContact(),
                    terms,
                    memberId,
                    memberName,
                    customerLegId,
                    agentLegId,
                    agentAddress);
        }
    }
}
