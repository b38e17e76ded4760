package org.patchbay.simulator.recordings.web;

import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.recordings.Recording;
import org.patchbay.simulator.recordings.Transcription;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.TwilioDates;
import tools.jackson.databind.node.ObjectNode;

/// Recordings and their transcriptions as JSON.
final class RecordingJson {

    private RecordingJson() {}

    /// As `/Recordings` shows it.
    static ObjectNode of(Recording recording, String mediaUrl) {
        String uri = RestRequest.base(recording.accountSid()) + "/Recordings/" + recording.sid();
        var json = common(recording).put("media_url", mediaUrl).put("uri", uri + ".json");
        json.putObject("subresource_uris")
                .put("transcriptions", uri + "/Transcriptions.json")
                .put("add_on_results", uri + "/AddOnResults.json");
        return json;
    }

    /// As `/Calls/{sid}/Recordings` and `/Conferences/{sid}/Recordings` show it.
    static ObjectNode under(Recording recording, String parent) {
        var json = common(recording)
                .put(
                        "uri",
                        RestRequest.base(recording.accountSid()) + parent + "/Recordings/" + recording.sid() + ".json");
        return parent.startsWith("/Calls") ? json.put("track", recording.track()) : json;
    }

    private static ObjectNode common(Recording recording) {
        boolean live = recording.status().isLive();
        return Json.object()
                .put("account_sid", recording.accountSid())
                .put("api_version", "2010-04-01")
                .put("call_sid", recording.callSid())
                .put("conference_sid", recording.conferenceSid())
                .put("date_created", TwilioDates.rfc2822(recording.started()))
                .put("date_updated", TwilioDates.rfc2822(recording.updated()))
                .put("start_time", TwilioDates.rfc2822(recording.started()))
                .put("duration", live ? null : Long.toString(recording.durationSeconds()))
                .put("sid", recording.sid())
                .putNull("price")
                .put("price_unit", "USD")
                .put("status", recording.status().wire())
                .put("channels", recording.channels())
                .put("source", recording.source().name())
                .putNull("error_code")
                .putNull("encryption_details");
    }

    static ObjectNode of(Transcription transcription) {
        return Json.object()
                .put("account_sid", transcription.accountSid())
                .put("api_version", "2010-04-01")
                .put("date_created", TwilioDates.rfc2822(transcription.created()))
                .put("date_updated", TwilioDates.rfc2822(transcription.created()))
                .put("duration", Long.toString(transcription.duration().toSeconds()))
                .putNull("price")
                .put("price_unit", "USD")
                .put("recording_sid", transcription.recordingSid())
                .put("sid", transcription.sid())
                .put("status", transcription.status())
                .put("transcription_text", transcription.text())
                .put("type", "fast")
                .put(
                        "uri",
                        RestRequest.base(transcription.accountSid()) + "/Transcriptions/" + transcription.sid()
                                + ".json");
    }
}
