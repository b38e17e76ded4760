package org.patchbay.simulator.pages;

import java.util.Comparator;
import java.util.Optional;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `GET /simulator/calls`: the calls that go on, and the latest that are over.
final class CallsApi {

    private static final int LIVE = 100;
    private static final int OVER = 20;
    private static final Comparator<Call> NEWEST_FIRST =
            Comparator.comparing((Call call) -> call.identity().created()).reversed();

    private final PagesWorld world;

    CallsApi(PagesWorld world) {
        this.world = world;
    }

    void register(Router api) {
        api.get("/simulator/calls", request -> list());
    }

    private Answer list() {
        var body = Json.object().put("now", world.clock().now().toString());
        fill(body.putArray("live"), false, LIVE);
        fill(body.putArray("over"), true, OVER);
        return Json.answer(200, body);
    }

    private void fill(ArrayNode array, boolean over, int most) {
        world.latestCalls()
                .filter(call -> call.status().isFinal() == over)
                .sorted(NEWEST_FIRST)
                .limit(most)
                .forEach(call -> array.add(json(call)));
    }

    static ObjectNode json(Call call) {
        var identity = call.identity();
        return Json.object()
                .put("sid", call.sid())
                .put("accountSid", call.accountSid())
                .put("parentSid", identity.parentSid())
                .put("from", identity.from())
                .put("to", identity.to())
                .put("direction", identity.direction().wire())
                .put("status", call.status().wire())
                .put("began", identity.created().toString())
                .put(
                        "answered",
                        Optional.ofNullable(call.progress().answered())
                                .map(Object::toString)
                                .orElse(null))
                .put("seconds", call.durationSeconds());
    }
}
