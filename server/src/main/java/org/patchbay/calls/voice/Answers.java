package org.patchbay.calls.voice;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.patchbay.calls.UnansweredCall;
import org.patchbay.calls.ingest.RenderRequest;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.LegKind;
import org.patchbay.calls.machine.Reply;
import org.patchbay.calls.machine.Reply.EnterRoom;
import org.patchbay.calls.machine.Reply.GoOn;
import org.patchbay.calls.machine.Reply.Sentence;
import org.patchbay.calls.machine.Reply.Wait;
import org.patchbay.twilio.ConferenceLeg;
import org.patchbay.twilio.ConferenceRoom;
import org.patchbay.twilio.ForwardLeg;
import org.patchbay.twilio.Spoken;
import org.patchbay.twilio.VoiceTwiml;
import org.patchbay.twilio.WebhookUrls;

/// What the machine answers, as TwiML for one workspace. The same answer is the same text.
///
/// @param workspaceName as callers are told
/// @param notice what is said before a call is recorded
/// @param music asked by Twilio for those who wait on hold
/// @param ringing asked by Twilio for those who wait for somebody to pick up
/// @param unanswered says what those hear who may leave a message
public record Answers(
        UUID workspaceId, String workspaceName, String notice, URI music, URI ringing, UnansweredCall unanswered) {

    /// Twilio rings a phone for that long, and about five seconds more.
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    String twiml(RenderRequest request) {
        Reply reply = request.reply();
        Call call = request.call().call();
        return switch (reply) {
            case EnterRoom enter -> conference(enter, call.id());
            case GoOn on -> forward(on, call);
            case Reply.Say say -> VoiceTwiml.sayAndHangUp(Spoken.of(sentence(say.sentence())));
            case Reply.LeaveMessage message ->
                unanswered.twiml(new UnansweredCall.Waiting(workspaceId, call.id(), message.legId(), workspaceName));
            case Reply.Reject reject -> VoiceTwiml.reject(VoiceTwiml.Refusal.REJECTED);
            case Reply.Over over -> VoiceTwiml.hangUp();
            case Reply.Done done -> VoiceTwiml.connect();
            case Reply.Yours yours -> throw notForTwilio(reply);
            case Reply.Taken taken -> throw notForTwilio(reply);
            case Reply.TooLate late -> throw notForTwilio(reply);
            case Reply.NotOffered not -> throw notForTwilio(reply);
        };
    }

    private static IllegalArgumentException notForTwilio(Reply reply) {
        return new IllegalArgumentException(reply.getClass().getSimpleName() + " is a member's answer");
    }

    private String conference(EnterRoom enter, UUID callId) {
        WebhookUrls urls = WebhookUrls.relative(workspaceId);
        ConferenceRoom room = new ConferenceRoom(
                enter.room(),
                urls.voiceConference(CallIds.of(callId)),
                enter.recorded() ? urls.voiceRecording(CallIds.of(callId)) : null);
        return VoiceTwiml.conference(new ConferenceLeg(
                room,
                enter.kind().code() + "-" + enter.legId(),
                enter.kind() != LegKind.CUSTOMER,
                enter.ends(),
                enter.meanwhile() == Wait.MUSIC ? music : ringing,
                enter.notice() ? Spoken.of(notice) : null));
    }

    private String forward(GoOn on, Call call) {
        WebhookUrls urls = WebhookUrls.relative(workspaceId);
        Duration ring = call.terms().ring().compareTo(SHORTEST) < 0
                ? SHORTEST
                : call.terms().ring();
        return VoiceTwiml.forward(new ForwardLeg(
                on.phone(),
                callerId(call),
                ring,
                urls.voiceAnswer(CallIds.of(call.id(), on.legId(), Turns.FORWARDED)),
                urls.voiceStatus(CallIds.of(call.id(), on.phoneLegId())),
                on.recorded() ? urls.voiceRecording(CallIds.of(call.id())) : null,
                on.whisper() ? urls.voiceAnswer(CallIds.of(call.id(), on.phoneLegId(), Turns.WHISPER)) : null,
                on.recorded() ? Spoken.of(notice) : null));
    }

    /// The caller's own number, so that whoever is rung sees who calls. Who hides theirs is shown as our number.
    private static String callerId(Call call) {
        return call.parties().from().matches("\\+[1-9][0-9]{6,14}")
                ? call.parties().from()
                : call.parties().to();
    }

    /// What whoever a call is forwarded to hears first.
    String whisper(CallIds ids) {
        UUID callId = Objects.requireNonNull(ids.callId());
        UUID legId = Objects.requireNonNull(ids.legId());
        return VoiceTwiml.whisper(
                Spoken.of("A call for " + workspaceName + ". Press 1 to take it."),
                WebhookUrls.relative(workspaceId).voiceAnswer(CallIds.of(callId, legId, Turns.KEY)));
    }

    static String nobodyAvailable(String workspaceName) {
        return "Thank you for calling " + workspaceName
                + ". Nobody can take your call at the moment. Please try again later. Goodbye.";
    }

    String sentence(Sentence sentence) {
        return switch (sentence) {
            case NOBODY_AVAILABLE -> nobodyAvailable(workspaceName);
            case NUMBER_NOT_IN_USE -> "This number is not in use. Goodbye.";
            case CALL_IS_OVER -> "This call is over. Goodbye.";
            case NOT_YOUR_CALL -> "This call is no longer yours.";
            case LINE_BUSY -> "The line is busy.";
            case NO_ANSWER -> "There is no answer.";
            case CANNOT_BE_REACHED -> "The number can not be reached.";
            case NOT_DIALED -> "The call could not be made. Please try again in a moment.";
        };
    }
}
