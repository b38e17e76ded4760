package org.patchbay.simulator.conferences.web;

import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.conferences.Conference;
import org.patchbay.simulator.conferences.ConferenceRecord;
import org.patchbay.simulator.conferences.Participant;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.TwilioDates;
import tools.jackson.databind.node.ObjectNode;

/// Conferences and participants as JSON.
final class ConferenceJson {

    private ConferenceJson() {}

    static ObjectNode of(ConferenceRecord conference) {
        String uri = RestRequest.base(conference.accountSid()) + "/Conferences/" + conference.sid();
        var reason = conference.reason();
        var json = Json.object()
                .put("sid", conference.sid())
                .put("account_sid", conference.accountSid())
                .put("friendly_name", conference.friendlyName())
                .put("status", conference.status())
                .put("region", conference.region())
                .put("api_version", "2010-04-01")
                .put("reason_conference_ended", reason == null ? null : reason.wire())
                .put("call_sid_ending_conference", conference.callSidEnding())
                .put("date_created", TwilioDates.rfc2822(conference.created()))
                .put("date_updated", TwilioDates.rfc2822(conference.updated()))
                .put("uri", uri + ".json");
        json.putObject("subresource_uris")
                .put("participants", uri + "/Participants.json")
                .put("recordings", uri + "/Recordings.json");
        return json;
    }

    static ObjectNode of(Conference conference, Participant participant) {
        var seat = participant.seat();
        var call = participant.leg().call();
        String conferenceSid = conference.details().sid();
        return Json.object()
                .put("account_sid", call.accountSid())
                .put("call_sid", call.sid())
                .put("conference_sid", conferenceSid)
                .put("label", seat.label())
                .put("muted", seat.muted())
                .put("hold", seat.held())
                .put("coaching", seat.coaching())
                .put("call_sid_to_coach", seat.callSidToCoach())
                .put("start_conference_on_enter", seat.startOnEnter())
                .put("end_conference_on_exit", seat.endOnExit())
                .put("status", status(participant))
                .put("queue_time", Long.toString(call.progress().queueTime().toMillis()))
                .put("date_created", TwilioDates.rfc2822(participant.created()))
                .put("date_updated", TwilioDates.rfc2822(participant.updated()))
                .put(
                        "uri",
                        RestRequest.base(call.accountSid()) + "/Conferences/" + conferenceSid + "/Participants/"
                                + call.sid() + ".json");
    }

    private static String status(Participant participant) {
        return switch (participant.leg().call().status()) {
            case QUEUED -> "queued";
            case RINGING -> participant.isIn() ? "connected" : "ringing";
            case IN_PROGRESS -> participant.isIn() ? "connected" : "connecting";
            case COMPLETED -> "complete";
            case BUSY, FAILED, NO_ANSWER, CANCELED -> "failed";
        };
    }
}
