package org.patchbay.calls.voice;

import static org.patchbay.calls.voice.Deliveries.inFull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.Matter.Where;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.ForwardEnded;
import org.patchbay.calls.machine.CallEvent.LegAnswered;
import org.patchbay.calls.machine.CallEvent.LegTurned;
import org.patchbay.calls.machine.CallEvent.Turn;
import org.patchbay.calls.machine.LegStatus;
import org.patchbay.kernel.Ids;
import org.patchbay.twilio.VoiceIdentity;
import org.patchbay.webhooks.Delivery;
import org.patchbay.webhooks.Parameters;

/// Somebody is on the line, and Twilio asks what now.
///
/// Source: [Requests to your application](https://www.twilio.com/docs/voice/twiml#request-parameters).
final class AskWords {

    private AskWords() {}

    /// A customer calls one of our numbers.
    static Optional<Told> caller(Delivery delivery, Instant now, Answers answers) {
        Parameters params = delivery.params();
        return Deliveries.sid(params, "CallSid", "CA")
                .map(sid -> new Told(
                        delivery.workspaceId(),
                        new Matter.NewCaller(
                                sid,
                                params.text("From"),
                                params.text("To"),
                                params.get("CallerName").orElse(null)),
                        DedupeKey.of("voice", sid),
                        Source.WEBHOOK,
                        "call.incoming",
                        now,
                        inFull(delivery),
                        null,
                        answers::twiml));
    }

    /// A member's browser calls in.
    ///
    /// @param where which call it says it wants into
    static Optional<Told> agent(Delivery delivery, VoiceIdentity identity, Where where, Instant now, Answers answers) {
        Parameters params = delivery.params();
        return Deliveries.sid(params, "CallSid", "CA")
                .map(sid -> new Told(
                        delivery.workspaceId(),
                        new Matter.Happened(
                                where,
                                new AgentCame(
                                        sid,
                                        Ids.next(),
                                        identity.memberId(),
                                        identity.address(),
                                        Deliveries.whole(params, "epoch"),
                                        Deliveries.sids(params, "before", "CA"))),
                        DedupeKey.of("voice", sid),
                        Source.WEBHOOK,
                        "agent.came",
                        now,
                        inFull(delivery),
                        null,
                        answers::twiml));
    }

    /// A leg that we rang, or sent elsewhere, asks.
    static Optional<Told> leg(Delivery delivery, Instant now, Answers answers) {
        CallIds ids = CallIds.in(delivery.query());
        Optional<String> sid = Deliveries.sid(delivery.params(), "CallSid", "CA");
        UUID callId = ids.callId();
        UUID legId = ids.legId();
        if (callId == null || legId == null || sid.isEmpty()) {
            return Optional.empty();
        }
        String turn = ids.turn() == null ? "" : ids.turn();
        return event(turn, legId, sid.get(), delivery.params())
                .map(event -> new Told(
                        delivery.workspaceId(),
                        new Matter.Happened(new Where.Id(callId), event),
                        DedupeKey.of(
                                "answer",
                                turn,
                                legId.toString(),
                                sid.get(),
                                delivery.params().text("DialCallSid")),
                        Source.WEBHOOK,
                        turn.isEmpty() ? "leg.answered" : "leg." + turn,
                        now,
                        inFull(delivery),
                        legId,
                        answers::twiml));
    }

    private static Optional<CallEvent> event(String turn, UUID legId, String sid, Parameters params) {
        return switch (turn) {
            case "" -> Optional.of(new LegAnswered(legId, sid));
            case Turns.UNANSWERED -> Optional.of(new LegTurned(legId, Turn.UNANSWERED));
            case Turns.TOLD -> Optional.of(new LegTurned(legId, Turn.TOLD));
            case Turns.KEY ->
                params.text("Digits").equals("1") ? Optional.of(new LegTurned(legId, Turn.TAKEN)) : Optional.empty();
            case Turns.FORWARDED ->
                Optional.of(new ForwardEnded(
                        dialStatus(params),
                        isBridged(params),
                        Deliveries.sid(params, "DialCallSid", "CA").orElse(null),
                        Deliveries.whole(params, "DialCallDuration")));
            default -> Optional.empty();
        };
    }

    /// `answered` is a word of its own here, of phones that did not hang up themselves.
    private static LegStatus dialStatus(Parameters params) {
        return params.get("DialCallStatus")
                .flatMap(LegStatus::of)
                .filter(LegStatus::isOver)
                .orElse(LegStatus.COMPLETED);
    }

    /// Whoever does not say it has only said whether the phone was answered.
    private static boolean isBridged(Parameters params) {
        return params.get("DialBridged")
                .map(Boolean::parseBoolean)
                .orElseGet(() -> params.text("DialCallStatus").equals("completed"));
    }
}
