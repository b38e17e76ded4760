package org.patchbay.calls.machine;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// What is to be done about a decision, once it is written down.
public sealed interface Act {

    /// Lets the desks know that a call rings on some of them.
    record Offer(Set<UUID> members) implements Act {
        public Offer {
            members = Set.copyOf(members);
        }
    }

    /// Lets the desks know who took a call.
    record Claimed() implements Act {}

    /// Lets the desks know that a call changed.
    record Updated() implements Act {}

    /// Lets the desks know that a call ended; its price and length are looked up later, and those who had it
    /// are free for other calls.
    record Ended() implements Act {}

    /// Says this event to the call later, whatever has happened by then.
    record Later(CallEvent event, Instant at) implements Act {}

    /// Rings a leg; at most once in a leg's life.
    record Ring(UUID legId) implements Act {}

    /// Looks what has become of a leg, and says so as [CallEvent.Dialed], [CallEvent.LegReported] or
    /// [CallEvent.LegGone]. Of a leg without a SID, that nothing is found means something only once Twilio's
    /// lists have had the time to show it. A look that fails is not repeated: a timer asks again.
    record Find(UUID legId) implements Act {}

    /// Ends a leg, again and again until Twilio agrees.
    ///
    /// @param othersStay whether the conference goes on without it
    record EndLeg(UUID legId, boolean othersStay) implements Act {}

    /// Sends a leg to another address, again and again until Twilio agrees or the leg is over.
    record TurnLeg(UUID legId, CallEvent.Turn turn) implements Act {}

    /// Asks Twilio who is in the conference, and says so as [CallEvent.RoomSeen]. A question that fails is not
    /// repeated: a timer asks again.
    record AskRoom(int epoch) implements Act {}
}
