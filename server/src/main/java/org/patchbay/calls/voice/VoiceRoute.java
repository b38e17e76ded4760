package org.patchbay.calls.voice;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.PendingCalls;
import org.patchbay.calls.ingest.Heard;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.calls.ingest.Matter.Where;
import org.patchbay.calls.ingest.Told;
import org.patchbay.calls.machine.Reply.Sentence;
import org.patchbay.twilio.Spoken;
import org.patchbay.twilio.Twiml;
import org.patchbay.twilio.VoiceIdentity;
import org.patchbay.twilio.VoiceTwiml;
import org.patchbay.webhooks.Delivery;
import org.patchbay.webhooks.Parameters;
import org.patchbay.webhooks.Reply;
import org.patchbay.webhooks.WebhookKind;
import org.patchbay.webhooks.WebhookRoute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What Twilio is answered about calls. Nothing is answered before it is written down.
@Component
class VoiceRoute implements WebhookRoute {

    private static final Logger LOG = LoggerFactory.getLogger(VoiceRoute.class);
    private static final int WAIT_SECONDS = 2;
    private static final String BROWSER = "client:";
    private static final String INCOMING_ROOM = "incoming-";
    private static final String OUTGOING_ROOM = "call-";

    private final Ingest ingest;
    private final WorkspaceVoices voices;
    private final PendingCalls pending;
    private final Clock clock;

    VoiceRoute(Ingest ingest, WorkspaceVoices voices, PendingCalls pending, Clock clock) {
        this.ingest = ingest;
        this.voices = voices;
        this.pending = pending;
        this.clock = clock;
    }

    @Override
    public Set<WebhookKind> kinds() {
        return Set.of(
                WebhookKind.VOICE,
                WebhookKind.VOICE_FALLBACK,
                WebhookKind.VOICE_ANSWER,
                WebhookKind.VOICE_STATUS,
                WebhookKind.VOICE_RECORDING,
                WebhookKind.VOICE_CONFERENCE);
    }

    @Override
    public Reply answer(Delivery delivery) {
        Instant now = clock.instant();
        return switch (delivery.kind()) {
            case VOICE -> call(delivery, now);
            case VOICE_ANSWER -> leg(delivery, now);
            case VOICE_FALLBACK -> {
                keep(FallbackWords.read(delivery, now));
                yield askOnceMore(delivery);
            }
            case VOICE_STATUS -> note(StatusWords.read(delivery, now));
            case VOICE_RECORDING -> note(RecordingWords.read(delivery, now));
            case VOICE_CONFERENCE -> note(RoomWords.read(delivery, now));
            case SMS_INBOUND, SMS_STATUS, PROBE -> throw new IllegalArgumentException("not a call's");
        };
    }

    /// Callers and members' browsers come by the same address, and both say that they are inbound. It is a
    /// member's only by an identity of this workspace, which nobody can have without a token of ours. Any other
    /// browser is nobody's: what it says of the number called, it has made up.
    private Reply call(Delivery delivery, Instant now) {
        String from = delivery.params().text("From");
        if (!from.startsWith(BROWSER)) {
            return caller(delivery, now);
        }
        return VoiceIdentity.of(from)
                .filter(who -> who.workspaceId().equals(delivery.workspaceId()))
                .map(who -> agent(delivery, who, now))
                .orElseGet(() -> say(Optional.empty(), voices.get(), Sentence.NOT_YOUR_CALL));
    }

    private Reply caller(Delivery delivery, Instant now) {
        Answers answers = voices.get();
        return say(AskWords.caller(delivery, now, answers), answers, Sentence.NOBODY_AVAILABLE);
    }

    private Reply agent(Delivery delivery, VoiceIdentity identity, Instant now) {
        Answers answers = voices.get();
        Optional<Told> told =
                wanted(delivery, identity).flatMap(where -> AskWords.agent(delivery, identity, where, now, answers));
        return say(told, answers, Sentence.NOT_YOUR_CALL);
    }

    /// What the browser says only chooses the call; whether the member may join it is decided by what we know.
    private Optional<Where> wanted(Delivery delivery, VoiceIdentity identity) {
        Parameters query = delivery.query();
        Parameters params = delivery.params();
        String room = query.get("conference").orElseGet(() -> params.text("conference"));
        Optional<UUID> callId = CallIds.id(params, "callId");
        if (callId.isEmpty() && room.startsWith(OUTGOING_ROOM)) {
            callId = CallIds.id(room.substring(OUTGOING_ROOM.length()));
        }
        if (callId.isEmpty() && room.startsWith(INCOMING_ROOM)) {
            return Optional.of(new Where.Sid(room.substring(INCOMING_ROOM.length())));
        }
        return callId.or(() -> pending.of(identity.memberId())).map(Where.Id::new);
    }

    private Reply leg(Delivery delivery, Instant now) {
        CallIds ids = CallIds.in(delivery.query());
        if (ids.callId() == null) {
            return call(delivery, now);
        }
        Answers answers = voices.get();
        if (Turns.WHISPER.equals(ids.turn()) && ids.legId() != null) {
            return Reply.twiml(answers.whisper(ids));
        }
        if (Turns.KEY.equals(ids.turn()) && !delivery.params().text("Digits").equals("1")) {
            return Reply.twiml(VoiceTwiml.hangUp());
        }
        return say(AskWords.leg(delivery, now, answers), answers, Sentence.CALL_IS_OVER);
    }

    /// @param otherwise what is said where there is no such call
    private Reply say(Optional<Told> told, Answers answers, Sentence otherwise) {
        return Reply.twiml(told.map(ingest::tellAndWait)
                .flatMap(Heard::twiml)
                .orElseGet(() -> VoiceTwiml.sayAndHangUp(Spoken.of(answers.sentence(otherwise)))));
    }

    private Reply note(Optional<Told> told) {
        boolean unknown = told.map(ingest::tellAndWait).map(Heard::unknown).orElse(true);
        if (unknown) {
            LOG.info("A delivery was about no call of this workspace");
        }
        return Reply.noted();
    }

    /// Nobody waits until it is written: what failed may be the database.
    private void keep(Optional<Told> told) {
        told.ifPresent(ingest::tell);
    }

    /// The address that failed is asked again after a moment; should it fail again, Twilio comes back here.
    private static Reply askOnceMore(Delivery delivery) {
        return Reply.twiml(Twiml.sayAndAskAgain(
                "We are sorry, something went wrong. One moment please.",
                WAIT_SECONDS,
                delivery.address(WebhookKind.VOICE)));
    }
}
