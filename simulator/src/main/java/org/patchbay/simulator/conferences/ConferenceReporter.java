package org.patchbay.simulator.conferences;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.rest.TwilioDates;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;

/// Tells what happens in one conference
/// (<https://www.twilio.com/docs/voice/twiml/conference#statuscallbackevent>).
final class ConferenceReporter {

    private final Telephony telephony;
    private final ConferenceSettings settings;
    private final ConferenceRecord conference;
    private int sequence;

    ConferenceReporter(Telephony telephony, ConferenceSettings settings, ConferenceRecord conference) {
        this.telephony = telephony;
        this.settings = settings;
        this.conference = conference;
    }

    void started() {
        send("start", "conference-start", Params.NONE);
    }

    void ended(EndReason reason, @Nullable Participant ending) {
        var params = Params.of("ReasonConferenceEnded", reason.wire(), "Reason", reason.text());
        if (ending != null) {
            params = params.and("CallSidEndingConference", ending.callSid());
            if (ending.seat().label() != null) {
                params = params.and(
                        "ParticipantLabelEndingConference", ending.seat().label());
            }
        }
        send("end", "conference-end", params);
    }

    void joined(Participant participant) {
        send("join", "participant-join", of(participant));
    }

    void left(Participant participant, LeaveReason reason) {
        send(
                "leave",
                "participant-leave",
                of(participant)
                        .and(Params.of(
                                "ParticipantCallStatus",
                                        participant.leg().call().status().wire(),
                                "ReasonParticipantLeft", reason.wire())));
    }

    void muted(Participant participant) {
        send("mute", participant.seat().muted() ? "participant-mute" : "participant-unmute", of(participant));
    }

    void held(Participant participant) {
        send("hold", participant.seat().held() ? "participant-hold" : "participant-unhold", of(participant));
    }

    void modified(Participant participant) {
        send("modify", "participant-modify", of(participant));
    }

    void announced(String url, @Nullable String failure) {
        var params = Params.of("AnnounceUrl", url);
        if (failure == null) {
            send("announcement", "announcement-end", params);
        } else {
            send("announcement", "announcement-fail", params.and("ReasonAnnouncementFailed", failure));
        }
    }

    private static Params of(Participant participant) {
        var seat = participant.seat();
        var params = Params.of(
                "CallSid", participant.callSid(),
                "Muted", Boolean.toString(seat.muted()),
                "Hold", Boolean.toString(seat.held()),
                "Coaching", Boolean.toString(seat.coaching()),
                "EndConferenceOnExit", Boolean.toString(seat.endOnExit()),
                "StartConferenceOnEnter", Boolean.toString(seat.startOnEnter()));
        if (seat.coaching() && seat.callSidToCoach() != null) {
            params = params.and("CallSidToCoach", seat.callSidToCoach());
        }
        return seat.label() == null ? params : params.and("ParticipantLabel", seat.label());
    }

    private void send(String subscription, String event, Params more) {
        telephony.step(conference.sid(), event);
        if (settings.callbackUrl().isEmpty() || !settings.events().contains(subscription)) {
            return;
        }
        var params = Params.of(
                        "ConferenceSid", conference.sid(),
                        "FriendlyName", conference.friendlyName(),
                        "AccountSid", conference.accountSid(),
                        "SequenceNumber", Integer.toString(sequence++),
                        "Timestamp", TwilioDates.rfc2822(telephony.clock().now()),
                        "StatusCallbackEvent", event)
                .and(more);
        telephony
                .webhooks()
                .tell(new Webhook(
                        conference.accountSid(),
                        conference.sid(),
                        WebhookKind.CONFERENCE_STATUS,
                        settings.callbackUrl(),
                        settings.callbackMethod(),
                        params));
    }
}
