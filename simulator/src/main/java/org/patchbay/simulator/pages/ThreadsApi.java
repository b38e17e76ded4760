package org.patchbay.simulator.pages;

import java.util.Comparator;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.messages.Message;
import org.patchbay.simulator.messages.MessageDirection;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.node.ObjectNode;

/// `GET /simulator/phones/{number}/thread`: the texts between a phone and the accounts' numbers,
/// oldest first, with what became of each. A phone sends by `POST /simulator/phones/{number}/texts`.
final class ThreadsApi {

    private static final int MOST = 100;

    private final PagesWorld world;

    ThreadsApi(PagesWorld world) {
        this.world = world;
    }

    void register(Router api) {
        api.get("/simulator/phones/{number}/thread", this::thread);
    }

    private Answer thread(Request request) {
        String number = request.variable("number");
        var body = Json.object();
        var texts = body.putArray("texts");
        world.latestMessages()
                .filter(message -> message.from().equals(number) || message.to().equals(number))
                .sorted(Comparator.comparing(
                                (Message message) -> message.progress().created())
                        .reversed())
                .limit(MOST)
                .toList()
                .reversed()
                .forEach(message -> texts.add(json(message)));
        return Json.answer(200, body);
    }

    /// Seen from the phone: what comes in to the account goes out of the phone.
    private static ObjectNode json(Message message) {
        boolean sent = message.direction() == MessageDirection.INBOUND;
        return Json.object()
                .put("sid", message.sid())
                .put("at", message.progress().created().toString())
                .put("sent", sent)
                .put("other", sent ? message.to() : message.from())
                .put("body", message.body())
                .put("media", message.mediaCount())
                .put("status", message.status().wire())
                .put("errorCode", message.progress().errorCode());
    }
}
