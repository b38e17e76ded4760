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

    /// Looks whether a leg was rung, for Twilio's answer was lost.
    record Find(UUID legId) implements Act {}

    /// Ends a leg, again and again until Twilio agrees.
    ///
    /// @param othersStay whether the conference goes on without it
    record EndLeg(UUID legId, boolean othersStay) implements Act {}

    /// Sends a leg to another address.
    record TurnLeg(UUID legId, CallEvent.Turn turn) implements Act {}

    /// Asks Twilio who is in the conference.
    record AskRoom(int epoch) implements Act {}
}
