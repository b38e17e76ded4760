package org.patchbay.simulator.queues.web;

import java.util.function.Supplier;
import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.calls.TwimlSource;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.queues.CallQueue;
import org.patchbay.simulator.queues.QueueRecord;
import org.patchbay.simulator.queues.QueueStore;
import org.patchbay.simulator.queues.Waiting;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.TwilioDates;
import tools.jackson.databind.node.ObjectNode;

/// Queues and the calls that wait in them (<https://www.twilio.com/docs/voice/api/queue-resource>).
public final class QueuesResource {

    private static final String BASE = "/2010-04-01/Accounts/{AccountSid}/Queues";
    private static final String ONE = BASE + "/{QueueSid}.json";
    private static final String MEMBERS = BASE + "/{QueueSid}/Members.json";
    private static final String MEMBER = BASE + "/{QueueSid}/Members/{CallSid}.json";

    private final Telephony telephony;
    private final QueueStore queues;

    public QueuesResource(Telephony telephony, QueueStore queues) {
        this.telephony = telephony;
        this.queues = queues;
    }

    public void register(RestRoutes routes) {
        routes.get(BASE + ".json", this::list).post(BASE + ".json", this::create);
        routes.get(ONE, request -> Json.answer(200, json(find(request))));
        routes.post(ONE, this::update).delete(ONE, this::delete);
        routes.get(MEMBERS, this::members).get(MEMBER, this::member).post(MEMBER, this::dequeue);
    }

    private Answer list(RestRequest request) {
        var all = queues.records().newestFirst(request.accountSid());
        return Page.cut(all, request.query(), QueueRecord::sid).answer(request, "queues", this::json);
    }

    private Answer create(RestRequest request) {
        String name = name(request.fields().required("FriendlyName", 20002));
        int size = request.fields().number("MaxSize", 1_000, 1, 5_000);
        return Json.answer(
                201,
                json(queues.create(
                        request.accountSid(), name, size, telephony.clock().now())));
    }

    private Answer update(RestRequest request) {
        var old = find(request);
        var changed = new QueueRecord(
                old.sid(),
                old.accountSid(),
                name(request.fields().text("FriendlyName", old.friendlyName())),
                request.fields().number("MaxSize", old.maxSize(), 1, 5_000),
                old.created(),
                telephony.clock().now());
        queues.records().put(changed);
        return Json.answer(200, json(changed));
    }

    private static String name(String name) {
        if (name.length() > 64) {
            throw RestError.badRequest(20002, "Invalid FriendlyName");
        }
        return name;
    }

    private Answer delete(RestRequest request) {
        var queue = find(request);
        if (!queues.line(queue.sid()).line().isEmpty()) {
            throw RestError.badRequest(22002, "The queue is not empty");
        }
        queues.remove(queue.sid());
        return Answer.empty(204);
    }

    private Answer members(RestRequest request) {
        var queue = queues.line(find(request).sid());
        var json = mailbox(
                request,
                () -> queue.line().stream().map(one -> json(queue, one)).toList());
        return Page.cut(
                        json.stream(),
                        request.query(),
                        one -> one.path("call_sid").asString())
                .answer(request, "queue_members", one -> one);
    }

    private Answer member(RestRequest request) {
        var queue = queues.line(find(request).sid());
        return Json.answer(200, mailbox(request, () -> json(queue, waiting(request, queue))));
    }

    /// Takes a call out of the queue and gives it other instructions.
    private Answer dequeue(RestRequest request) {
        var queue = queues.line(find(request).sid());
        String url = request.fields().url("Url").orElseThrow(() -> RestError.badRequest(21205, "A 'Url' is required"));
        String method = request.fields().method("Method", "POST");
        return Json.answer(200, mailbox(request, () -> {
            var one = waiting(request, queue);
            var json = json(queue, one);
            one.leaveFor(TwimlSource.Url.of(url, method), "redirected");
            return json;
        }));
    }

    private static Waiting waiting(RestRequest request, CallQueue queue) {
        String callSid = request.variable("CallSid");
        return (callSid.equals("Front") ? queue.front() : queue.find(callSid)).orElseThrow(request::notFound);
    }

    private <T> T mailbox(RestRequest request, Supplier<T> question) {
        return telephony.boards().of(request.accountSid()).mailbox().ask(question);
    }

    private QueueRecord find(RestRequest request) {
        return queues.records()
                .find(request.accountSid(), request.variable("QueueSid"))
                .orElseThrow(request::notFound);
    }

    private ObjectNode json(QueueRecord queue) {
        var line = queues.line(queue.sid());
        var state = telephony.boards().of(queue.accountSid()).mailbox().ask(() -> new long[] {
            line.line().size(), line.averageWaitSeconds(telephony.clock().now())
        });
        String uri = RestRequest.base(queue.accountSid()) + "/Queues/" + queue.sid();
        var json = Json.object()
                .put("account_sid", queue.accountSid())
                .put("average_wait_time", state[1])
                .put("current_size", state[0])
                .put("date_created", TwilioDates.rfc2822(queue.created()))
                .put("date_updated", TwilioDates.rfc2822(queue.updated()))
                .put("friendly_name", queue.friendlyName())
                .put("max_size", queue.maxSize())
                .put("sid", queue.sid())
                .put("uri", uri + ".json");
        json.putObject("subresource_uris").put("members", uri + "/Members.json");
        return json;
    }

    private ObjectNode json(CallQueue queue, Waiting one) {
        var details = queue.details();
        String callSid = one.leg().call().sid();
        return Json.object()
                .put("queue_sid", details.sid())
                .put("call_sid", callSid)
                .put("date_enqueued", TwilioDates.rfc2822(one.since()))
                .put("position", queue.position(one))
                .put("wait_time", one.waitedSeconds(telephony.clock().now()))
                .put(
                        "uri",
                        RestRequest.base(details.accountSid()) + "/Queues/" + details.sid() + "/Members/" + callSid
                                + ".json");
    }
}
