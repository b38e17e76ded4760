package org.patchbay.simulator.forks.web;

import java.util.function.Function;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.forks.ForkControl;
import org.patchbay.simulator.forks.StreamPlan;
import org.patchbay.simulator.forks.TranscriptionPlan;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.TwilioDates;

/// Real-time transcriptions and streams of a live call: start and stop
/// (<https://www.twilio.com/docs/voice/api/realtime-transcription-resource>).
public final class ForksResource {

    private static final String CALL = "/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}";

    private final Telephony telephony;
    private final ForkControl control;

    public ForksResource(Telephony telephony, ForkControl control) {
        this.telephony = telephony;
        this.control = control;
    }

    public void register(RestRoutes routes) {
        routes.post(CALL + "/Transcriptions.json", request -> {
            var plan = transcription(request.fields());
            return answer(request, "Transcriptions", leg -> control.transcribe(leg, name(request), plan));
        });
        routes.post(CALL + "/Streams.json", request -> {
            var plan = stream(request.fields());
            return answer(request, "Streams", leg -> control.stream(leg, name(request), plan));
        });
        for (String plural : new String[] {"Transcriptions", "Streams"}) {
            String kind = plural.substring(0, plural.length() - 1);
            routes.post(CALL + "/" + plural + "/{Sid}.json", request -> {
                if (request.fields().oneOf("Status", 20001, "stopped").isEmpty()) {
                    throw RestError.badRequest(20001, "Status is required");
                }
                return answer(
                        request,
                        plural,
                        leg -> control.stop(leg, kind, request.variable("Sid")).orElseThrow(request::notFound));
            });
        }
    }

    private Answer answer(RestRequest request, String plural, Function<Leg, ForkControl.State> action) {
        String callSid = request.variable("CallSid");
        if (telephony.calls().find(request.accountSid(), callSid).isEmpty()) {
            throw request.notFound();
        }
        var board = telephony.boards().of(request.accountSid());
        var state = board.mailbox()
                .ask(() -> board.leg(callSid)
                        .filter(Leg::isAnswered)
                        .map(action)
                        .orElseThrow(() -> RestError.badRequest(21220, "The call is not in progress")));
        return Json.answer(
                200,
                Json.object()
                        .put("account_sid", request.accountSid())
                        .put("call_sid", callSid)
                        .put("sid", state.sid())
                        .put("name", state.name())
                        .put("status", state.live() ? "in-progress" : "stopped")
                        .put(
                                "date_updated",
                                TwilioDates.rfc2822(telephony.clock().now()))
                        .put("uri", request.base() + "/Calls/" + callSid + "/" + plural + "/" + state.sid() + ".json"));
    }

    private static String name(RestRequest request) {
        return request.fields().text("Name", "");
    }

    private static TranscriptionPlan transcription(Fields fields) {
        return new TranscriptionPlan(
                fields.url("StatusCallbackUrl").orElse(""),
                fields.method("StatusCallbackMethod", "POST"),
                fields.text("LanguageCode", "en-US"),
                fields.oneOf("Track", 20001, "inbound_track", "outbound_track", "both_tracks")
                        .orElse("both_tracks"),
                fields.oneOf("TranscriptionEngine", 20001, "google", "deepgram").orElse("google"),
                fields.flag("PartialResults", false));
    }

    private static StreamPlan stream(Fields fields) {
        return new StreamPlan(
                fields.required("Url", 21205),
                fields.url("StatusCallback").orElse(""),
                fields.method("StatusCallbackMethod", "POST"));
    }
}
