package org.patchbay.simulator.numbers.web;

import java.util.concurrent.ThreadLocalRandom;
import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.numbers.CallerId;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.rest.Store;
import org.patchbay.simulator.rest.TwilioDates;
import org.patchbay.simulator.time.SimulatorClock;
import tools.jackson.databind.node.ObjectNode;

/// Verified caller ids (<https://www.twilio.com/docs/voice/api/outgoing-caller-ids>). Twilio rings the
/// number and asks for the code; here the number counts as verified at once.
public final class OutgoingCallerIdsResource {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds.json";
    private static final String ONE = "/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds/{Sid}.json";

    private final Store<CallerId> callerIds;
    private final SimulatorClock clock;

    public OutgoingCallerIdsResource(NumberStore numbers, SimulatorClock clock) {
        this.callerIds = numbers.callerIds();
        this.clock = clock;
    }

    public void register(RestRoutes routes) {
        routes.get(LIST, this::list).post(LIST, this::verify);
        routes.get(ONE, request -> Json.answer(200, json(find(request))));
        routes.post(ONE, this::update).delete(ONE, this::delete);
    }

    private Answer list(RestRequest request) {
        var number = request.query().first("PhoneNumber");
        var name = request.query().first("FriendlyName");
        var found = callerIds
                .newestFirst(request.accountSid())
                .filter(id -> number.isEmpty() || id.phoneNumber().equals(number.get()))
                .filter(id -> name.isEmpty() || id.friendlyName().equals(name.get()));
        return Page.cut(found, request.query(), CallerId::sid)
                .answer(request, "outgoing_caller_ids", OutgoingCallerIdsResource::json);
    }

    private Answer verify(RestRequest request) {
        var fields = request.fields();
        String number = PhoneNumbers.normalize(fields.required("PhoneNumber", 21201))
                .orElseThrow(() -> RestError.badRequest(21401, "Invalid Phone Number"));
        var now = clock.now();
        String name = fields.text("FriendlyName", PhoneNumbers.national(number));
        callerIds.put(new CallerId(Sids.mint("PN"), request.accountSid(), number, name, now, now));
        int code = ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
        return Json.answer(
                200,
                Json.object()
                        .put("account_sid", request.accountSid())
                        .put("call_sid", Sids.mint("CA"))
                        .put("friendly_name", name)
                        .put("phone_number", number)
                        .put("validation_code", Integer.toString(code)));
    }

    private Answer update(RestRequest request) {
        var id = find(request);
        var changed = id.named(request.fields().text("FriendlyName", id.friendlyName()), clock.now());
        callerIds.put(changed);
        return Json.answer(200, json(changed));
    }

    private Answer delete(RestRequest request) {
        callerIds.remove(find(request).sid());
        return Answer.empty(204);
    }

    private CallerId find(RestRequest request) {
        return callerIds.find(request.accountSid(), request.variable("Sid")).orElseThrow(request::notFound);
    }

    private static ObjectNode json(CallerId id) {
        return Json.object()
                .put("account_sid", id.accountSid())
                .put("date_created", TwilioDates.rfc2822(id.created()))
                .put("date_updated", TwilioDates.rfc2822(id.updated()))
                .put("friendly_name", id.friendlyName())
                .put("phone_number", id.phoneNumber())
                .put("sid", id.sid())
                .put("uri", RestRequest.base(id.accountSid()) + "/OutgoingCallerIds/" + id.sid() + ".json");
    }
}
