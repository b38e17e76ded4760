package org.patchbay.simulator.recordings.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.recordings.LiveRecording;
import org.patchbay.simulator.recordings.Recording;
import org.patchbay.simulator.recordings.RecordingDesk;
import org.patchbay.simulator.recordings.RecordingPlan;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;

/// Recordings of a call or a conference while it lasts: start, pause, resume, stop
/// (<https://www.twilio.com/docs/voice/api/recording#create-a-recording-resource>).
public final class LiveRecordingsResource {

    private final Telephony telephony;
    private final RecordingDesk desk;

    public LiveRecordingsResource(Telephony telephony, RecordingDesk desk) {
        this.telephony = telephony;
        this.desk = desk;
    }

    public void register(RestRoutes routes) {
        for (String parent : new String[] {"Calls/{CallSid}", "Conferences/{ConferenceSid}"}) {
            String list = "/2010-04-01/Accounts/{AccountSid}/" + parent + "/Recordings.json";
            String one = "/2010-04-01/Accounts/{AccountSid}/" + parent + "/Recordings/{Sid}.json";
            routes.get(list, this::list);
            routes.get(one, request -> json(request, 200, find(request)));
            routes.post(one, this::update).delete(one, this::delete);
        }
        routes.post("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings.json", this::start);
    }

    private Answer start(RestRequest request) {
        var plan = plan(request.fields());
        String callSid = request.variable("CallSid");
        if (telephony.calls().find(request.accountSid(), callSid).isEmpty()) {
            throw request.notFound();
        }
        var board = telephony.boards().of(request.accountSid());
        var recording = board.mailbox()
                .ask(() -> board.leg(callSid)
                        .filter(leg -> leg.isAnswered())
                        .map(leg -> current(request)
                                .map(LiveRecording::recording)
                                .orElseGet(() -> desk.record(leg, plan).recording()))
                        .orElseThrow(() -> RestError.badRequest(21220, "The call is not in progress")));
        return json(request, 201, recording);
    }

    private static RecordingPlan plan(Fields fields) {
        boolean dual = fields.oneOf("RecordingChannels", 20001, "mono", "dual")
                .filter("dual"::equals)
                .isPresent();
        return RecordingPlan.of(
                Recording.Source.StartCallRecordingAPI,
                dual ? 2 : 1,
                fields.text("RecordingTrack", "both"),
                fields.text("Trim", "do-not-trim").equals("trim-silence"),
                fields.url("RecordingStatusCallback").orElse(""),
                fields.method("RecordingStatusCallbackMethod", "POST"),
                fields.words("RecordingStatusCallbackEvent"));
    }

    private Answer list(RestRequest request) {
        var found = desk.recordings().store().newestFirst(request.accountSid()).filter(one -> belongs(request, one));
        return Page.cut(found, request.query(), Recording::sid)
                .answer(request, "recordings", one -> RecordingJson.under(one, parent(request)));
    }

    private Answer update(RestRequest request) {
        String status = request.fields()
                .oneOf("Status", 20001, "paused", "in-progress", "stopped")
                .orElseThrow(() -> RestError.badRequest(20001, "Status is required"));
        boolean silence = request.fields()
                .oneOf("PauseBehavior", 20001, "skip", "silence")
                .filter("skip"::equals)
                .isEmpty();
        var board = telephony.boards().of(request.accountSid());
        var changed = board.mailbox().ask(() -> {
            var live = named(request).orElseThrow(request::notFound);
            switch (status) {
                case "paused" -> live.pause(silence);
                case "in-progress" -> live.resume();
                default -> live.stop();
            }
            return live.recording();
        });
        return json(request, 200, changed);
    }

    private Optional<LiveRecording> named(RestRequest request) {
        String sid = request.variable("Sid");
        return sid.equals("Twilio.CURRENT")
                ? current(request)
                : desk.recordings().live(sid).filter(live -> belongs(request, live.recording()));
    }

    private Optional<LiveRecording> current(RestRequest request) {
        return desk.recordings()
                .store()
                .newestFirst(request.accountSid())
                .filter(one -> one.status().isLive() && belongs(request, one))
                .findFirst()
                .flatMap(one -> desk.recordings().live(one.sid()));
    }

    private Answer delete(RestRequest request) {
        desk.recordings().delete(find(request).sid());
        return Answer.empty(204);
    }

    private Recording find(RestRequest request) {
        Supplier<RestError> unknown = request::notFound;
        return desk.recordings()
                .store()
                .find(request.accountSid(), request.variable("Sid"))
                .filter(one -> belongs(request, one))
                .orElseThrow(unknown);
    }

    private static boolean belongs(RestRequest request, Recording recording) {
        var variables = request.http().variables();
        return variables.containsKey("CallSid")
                ? recording.callSid().equals(variables.get("CallSid"))
                : request.variable("ConferenceSid").equals(recording.conferenceSid());
    }

    private static String parent(RestRequest request) {
        var variables = request.http().variables();
        return variables.containsKey("CallSid")
                ? "/Calls/" + variables.get("CallSid")
                : "/Conferences/" + request.variable("ConferenceSid");
    }

    private static Answer json(RestRequest request, int status, Recording recording) {
        return Json.answer(status, RecordingJson.under(recording, parent(request)));
    }
}
