package org.patchbay.simulator.calls.web;

import java.util.function.Function;
import java.util.function.Predicate;
import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.calls.OutboundCalls;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.calls.TwimlRunner;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.rest.DateFilter;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import tools.jackson.databind.node.ObjectNode;

/// Calls (<https://www.twilio.com/docs/voice/api/call-resource>).
public final class CallsResource {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Calls.json";
    private static final String ONE = "/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json";

    private final Telephony telephony;
    private final OutboundCalls outbound;
    private final TwimlRunner runner;
    private final CallFields fields;
    private final CallUpdates updates;
    private final CallExtras extras;

    public CallsResource(
            Telephony telephony,
            OutboundCalls outbound,
            TwimlRunner runner,
            CallFields fields,
            CallUpdates updates,
            CallExtras extras) {
        this.telephony = telephony;
        this.outbound = outbound;
        this.runner = runner;
        this.fields = fields;
        this.updates = updates;
        this.extras = extras;
    }

    public void register(RestRoutes routes) {
        routes.get(LIST, this::list).post(LIST, this::create);
        routes.get(ONE, request -> Json.answer(200, json(find(request))));
        routes.post(ONE, this::update).delete(ONE, this::delete);
    }

    private Answer create(RestRequest request) {
        var source = fields.instructions(request);
        var call = outbound.place(
                request.accountSid(),
                fields.read(request),
                (leg, more) -> leg.begin(runner.run(leg, source.with(more))),
                extras.of(request));
        return Json.answer(201, json(call));
    }

    private Answer list(RestRequest request) {
        var query = request.query();
        var started = DateFilter.of(query, "StartTime");
        var ended = DateFilter.of(query, "EndTime");
        Predicate<Call> wanted = equal(query, "To", call -> call.identity().to())
                .and(equal(query, "From", call -> call.identity().from()))
                .and(equal(query, "Status", call -> call.status().wire()))
                .and(equal(
                        query,
                        "ParentCallSid",
                        call -> String.valueOf(call.identity().parentSid())));
        var found = telephony
                .calls()
                .newestFirst(request.accountSid())
                .filter(wanted)
                .filter(call -> started.test(call.progress().answered()))
                .filter(call -> ended.test(call.progress().ended()));
        return Page.cut(found, query, Call::sid).answer(request, "calls", this::json);
    }

    private static Predicate<Call> equal(Params query, String name, Function<Call, String> property) {
        var wanted = query.first(name);
        return call -> wanted.isEmpty() || property.apply(call).equals(wanted.get());
    }

    private Answer update(RestRequest request) {
        return Json.answer(200, json(updates.apply(find(request), request.fields())));
    }

    private Answer delete(RestRequest request) {
        var call = find(request);
        if (!call.status().isFinal()) {
            throw RestError.badRequest(20009, "Cannot delete this resource before it is complete");
        }
        telephony.calls().remove(call.sid());
        return Answer.empty(204);
    }

    private ObjectNode json(Call call) {
        return CallJson.of(call, telephony.clock().now());
    }

    private Call find(RestRequest request) {
        return telephony
                .calls()
                .find(request.accountSid(), request.variable("Sid"))
                .orElseThrow(request::notFound);
    }
}
