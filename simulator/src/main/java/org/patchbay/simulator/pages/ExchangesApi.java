package org.patchbay.simulator.pages;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/simulator/exchanges`: what the inspector shows.
final class ExchangesApi {

    private static final int MOST = 200;

    private record Subject(String sid, List<Entry> entries) {
        Instant began() {
            return entries.getFirst().at();
        }
    }

    private final PagesWorld world;
    private final EntryJson json = new EntryJson();

    ExchangesApi(PagesWorld world) {
        this.world = world;
    }

    void register(Router api) {
        api.get("/simulator/exchanges", request -> list());
        api.get("/simulator/exchanges/{sid}", this::one);
    }

    /// The latest subjects, the one that began last first, so that a list does not jump.
    private Answer list() {
        var body = Json.object().put("on", world.log().isOn());
        var subjects = body.putArray("exchanges");
        world.log().recent(MOST).entrySet().stream()
                .map(entry -> new Subject(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Subject::began).reversed())
                .forEach(subject -> subjects.add(summary(subject)));
        return Json.answer(200, body);
    }

    private Answer one(Request request) {
        String sid = request.variable("sid");
        var entries = world.log().of(sid);
        if (entries.isEmpty()) {
            throw Refusal.notFound("The inspector remembers nothing of " + sid + ".");
        }
        var body = summary(new Subject(sid, entries));
        related(sid, body.putArray("related"));
        var array = body.putArray("list");
        // A webhook is remembered when it was answered, but began before what happened meanwhile.
        entries.stream().sorted(Comparator.comparing(Entry::at)).forEach(entry -> array.add(json.of(entry)));
        return Json.answer(200, body);
    }

    private ObjectNode summary(Subject subject) {
        var entries = subject.entries();
        Headline headline = world.calls()
                .find(subject.sid())
                .map(Headline::of)
                .or(() -> world.messages().find(subject.sid()).map(Headline::of))
                .orElseGet(() -> Headline.of(entries));
        return headline.json()
                .put("sid", subject.sid())
                .put("kind", Headline.kind(subject.sid()))
                .put("began", subject.began().toString())
                .put("last", entries.getLast().at().toString())
                .put("entries", entries.size())
                .put("wrong", entries.stream().filter(EntryJson::isWrong).count());
    }

    /// The call that began this one, and the calls that this one began.
    private void related(String sid, ArrayNode array) {
        var call = world.calls().find(sid);
        if (call.isEmpty()) {
            return;
        }
        String parent = call.get().identity().parentSid();
        if (parent != null) {
            world.calls().find(parent).ifPresent(found -> add(array, "began by", found));
        }
        world.latestCalls()
                .filter(other -> sid.equals(other.identity().parentSid()))
                .sorted(Comparator.comparing(other -> other.identity().created()))
                .forEach(child -> add(array, "dialled", child));
    }

    private static void add(ArrayNode array, String how, Call call) {
        array.addObject()
                .put("how", how)
                .put("sid", call.sid())
                .put("from", call.identity().from())
                .put("to", call.identity().to())
                .put("status", call.status().wire());
    }
}
