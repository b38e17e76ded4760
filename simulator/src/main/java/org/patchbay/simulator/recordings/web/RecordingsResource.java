package org.patchbay.simulator.recordings.web;

import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.recordings.Recording;
import org.patchbay.simulator.recordings.RecordingDesk;
import org.patchbay.simulator.recordings.Recordings;
import org.patchbay.simulator.recordings.Transcriber;
import org.patchbay.simulator.recordings.Transcription;
import org.patchbay.simulator.rest.DateFilter;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.Store;
import tools.jackson.databind.node.ObjectNode;

/// Recordings with their sound, and transcriptions
/// (<https://www.twilio.com/docs/voice/api/recording>). MP3 is not simulated.
public final class RecordingsResource {

    private static final String BASE = "/2010-04-01/Accounts/{AccountSid}";
    private static final String ONE = BASE + "/Recordings/{Sid}.json";

    private final RecordingDesk desk;
    private final Recordings recordings;
    private final Store<Transcription> transcriptions;

    public RecordingsResource(RecordingDesk desk, Transcriber transcriber) {
        this.desk = desk;
        this.recordings = desk.recordings();
        this.transcriptions = transcriber.store();
    }

    public void register(RestRoutes routes) {
        routes.get(BASE + "/Recordings.json", this::list);
        routes.get(ONE, request -> Json.answer(200, json(find(request)))).delete(ONE, this::delete);
        routes.get(BASE + "/Recordings/{Sid}.wav", this::media).get(BASE + "/Recordings/{Sid}", this::media);
        routes.get(BASE + "/Recordings/{Sid}.mp3", request -> {
            find(request);
            throw new RestError(404, 20404, "MP3 is not simulated: ask for .wav");
        });
        routes.get(BASE + "/Transcriptions.json", request -> list(request, ""));
        routes.get(
                BASE + "/Recordings/{RecordingSid}/Transcriptions.json",
                request -> list(request, request.variable("RecordingSid")));
        for (String path :
                new String[] {"/Transcriptions/{Sid}.json", "/Recordings/{RecordingSid}/Transcriptions/{Sid}.json"}) {
            routes.get(BASE + path, request -> Json.answer(200, RecordingJson.of(transcription(request))));
            routes.delete(BASE + path, request -> {
                transcriptions.remove(transcription(request).sid());
                return Answer.empty(204);
            });
        }
    }

    private Answer list(RestRequest request) {
        var query = request.query();
        var call = query.first("CallSid");
        var conference = query.first("ConferenceSid");
        var created = DateFilter.of(query, "DateCreated");
        var found = recordings
                .store()
                .newestFirst(request.accountSid())
                .filter(one -> call.isEmpty() || one.callSid().equals(call.get()))
                .filter(one -> conference.isEmpty() || conference.get().equals(one.conferenceSid()))
                .filter(one -> created.test(one.started()));
        return Page.cut(found, query, Recording::sid).answer(request, "recordings", this::json);
    }

    private Answer list(RestRequest request, String recordingSid) {
        var found = transcriptions
                .newestFirst(request.accountSid())
                .filter(one -> recordingSid.isEmpty() || one.recordingSid().equals(recordingSid));
        return Page.cut(found, request.query(), Transcription::sid)
                .answer(request, "transcriptions", RecordingJson::of);
    }

    private Answer media(RestRequest request) {
        var recording = find(request);
        var sound = recordings.media(recording.sid()).orElseThrow(request::notFound);
        int channels =
                request.query().first("RequestedChannels").filter("2"::equals).isPresent() ? 2 : 1;
        if (channels > sound.channels()) {
            throw RestError.badRequest(20001, "The recording has one channel");
        }
        boolean asked = request.query().has("RequestedChannels");
        byte[] wav = sound.wav(asked ? channels : sound.channels());
        return ByteRange.of(request.http()).answer("audio/x-wav", wav);
    }

    private Answer delete(RestRequest request) {
        recordings.delete(find(request).sid());
        return Answer.empty(204);
    }

    private Recording find(RestRequest request) {
        return recordings
                .store()
                .find(request.accountSid(), request.variable("Sid"))
                .orElseThrow(request::notFound);
    }

    private Transcription transcription(RestRequest request) {
        return transcriptions
                .find(request.accountSid(), request.variable("Sid"))
                .orElseThrow(request::notFound);
    }

    private ObjectNode json(Recording recording) {
        return RecordingJson.of(recording, desk.url(recording));
    }
}
