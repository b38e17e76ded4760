package org.patchbay.calls.voice;

import static org.patchbay.calls.voice.Deliveries.inFull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.Matter.Where;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallEvent.RoomEnded;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallEvent.RoomLeft;
import org.patchbay.calls.machine.CallEvent.RoomStarted;
import org.patchbay.webhooks.Delivery;
import org.patchbay.webhooks.Parameters;

/// Who came to and left a conference.
///
/// Source: [Conference events](https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallbackEvent).
final class RoomWords {

    /// Why somebody leaves who did not leave: the conference ended around them.
    private static final Set<String> THE_END = Set.of("moderator_ended_conference", "conference_ended_via_api");

    private RoomWords() {}

    /// @return empty for what names no conference of ours
    static Optional<Told> read(Delivery delivery, Instant now) {
        Parameters params = delivery.params();
        Optional<String> conference = Deliveries.sid(params, "ConferenceSid", "CF");
        UUID callId = CallIds.in(delivery.query()).callId();
        if (conference.isEmpty() || callId == null) {
            return Optional.empty();
        }
        String event = params.text("StatusCallbackEvent");
        return Optional.of(new Told(
                delivery.workspaceId(),
                matter(new Where.Id(callId), event, conference.get(), params),
                DedupeKey.of("room", conference.get(), event, params.text("CallSid"), params.text("SequenceNumber")),
                Source.WEBHOOK,
                "room." + named(event),
                Deliveries.at(params, "Timestamp", now),
                inFull(delivery),
                null,
                null));
    }

    private static Matter matter(Where where, String event, String conference, Parameters params) {
        return happened(event, conference, params)
                .<Matter>map(what -> new Matter.Happened(where, what))
                .orElseGet(() -> new Matter.Noted(where));
    }

    private static Optional<CallEvent> happened(String event, String conference, Parameters params) {
        Optional<String> sid = Deliveries.sid(params, "CallSid", "CA");
        return switch (event) {
            case "conference-start" -> Optional.of(new RoomStarted(conference));
            case "conference-end" ->
                Optional.of(new RoomEnded(
                        conference,
                        Deliveries.sid(params, "CallSidEndingConference", "CA").orElse(null)));
            case "participant-join" -> sid.map(leg -> new RoomJoined(conference, leg));
            case "participant-leave" ->
                sid.map(leg -> new RoomLeft(conference, leg, !THE_END.contains(params.text("ReasonParticipantLeft"))));
            default -> Optional.empty();
        };
    }

    /// Of Twilio's words only those of the shape that it uses: the name ends up in a list that people read.
    private static String named(String event) {
        return switch (event) {
            case "conference-start" -> "started";
            case "conference-end" -> "ended";
            case "participant-join" -> "joined";
            case "participant-leave" -> "left";
            default -> event.matches("[a-z-]{1,40}") ? event : "other";
        };
    }
}
