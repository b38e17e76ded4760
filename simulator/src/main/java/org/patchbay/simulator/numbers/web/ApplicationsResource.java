package org.patchbay.simulator.numbers.web;

import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.numbers.SmsSettings;
import org.patchbay.simulator.numbers.TwimlApplication;
import org.patchbay.simulator.numbers.VoiceSettings;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.rest.Store;
import org.patchbay.simulator.rest.TwilioDates;
import org.patchbay.simulator.time.SimulatorClock;
import tools.jackson.databind.node.ObjectNode;

/// TwiML applications (<https://www.twilio.com/docs/usage/api/applications>).
public final class ApplicationsResource {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Applications.json";
    private static final String ONE = "/2010-04-01/Accounts/{AccountSid}/Applications/{Sid}.json";

    private final Store<TwimlApplication> applications;
    private final SimulatorClock clock;

    public ApplicationsResource(NumberStore numbers, SimulatorClock clock) {
        this.applications = numbers.applications();
        this.clock = clock;
    }

    public void register(RestRoutes routes) {
        routes.get(LIST, this::list).post(LIST, this::create);
        routes.get(ONE, request -> Json.answer(200, json(find(request))));
        routes.post(ONE, this::update).delete(ONE, this::delete);
    }

    private Answer list(RestRequest request) {
        var name = request.query().first("FriendlyName");
        var found = applications
                .newestFirst(request.accountSid())
                .filter(application ->
                        name.isEmpty() || application.friendlyName().equals(name.get()));
        return Page.cut(found, request.query(), TwimlApplication::sid)
                .answer(request, "applications", ApplicationsResource::json);
    }

    private Answer create(RestRequest request) {
        var now = clock.now();
        var empty = new TwimlApplication(
                Sids.mint("AP"), request.accountSid(), "", VoiceSettings.NONE, SmsSettings.NONE, false, now, now);
        var application = empty.updated(request.fields(), now);
        applications.put(application);
        return Json.answer(201, json(application));
    }

    private Answer update(RestRequest request) {
        var changed = find(request).updated(request.fields(), clock.now());
        applications.put(changed);
        return Json.answer(200, json(changed));
    }

    private Answer delete(RestRequest request) {
        applications.remove(find(request).sid());
        return Answer.empty(204);
    }

    private TwimlApplication find(RestRequest request) {
        return applications.find(request.accountSid(), request.variable("Sid")).orElseThrow(request::notFound);
    }

    private static ObjectNode json(TwimlApplication application) {
        var json = Json.object()
                .put("account_sid", application.accountSid())
                .put("api_version", "2010-04-01")
                .put("date_created", TwilioDates.rfc2822(application.created()))
                .put("date_updated", TwilioDates.rfc2822(application.updated()))
                .put("friendly_name", application.friendlyName())
                .put(
                        "message_status_callback",
                        application.sms().statusCallback().url())
                .put("sid", application.sid())
                .put("sms_status_callback", application.sms().statusCallback().url())
                .put("uri", RestRequest.base(application.accountSid()) + "/Applications/" + application.sid() + ".json")
                .put("public_application_connect_enabled", application.publicConnect());
        HookJson.put(json, application.voice());
        HookJson.put(json, application.sms());
        return json;
    }
}
