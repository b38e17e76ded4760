package org.patchbay.simulator.conferences.web;

import java.util.List;
import java.util.function.Predicate;
import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.calls.web.CallExtras;
import org.patchbay.simulator.calls.web.CallFields;
import org.patchbay.simulator.conferences.Announcement;
import org.patchbay.simulator.conferences.Conference;
import org.patchbay.simulator.conferences.ConferenceHall;
import org.patchbay.simulator.conferences.ConferenceHalls;
import org.patchbay.simulator.conferences.Participant;
import org.patchbay.simulator.conferences.ParticipantCalls;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.interpreter.VerbTable;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.node.ObjectNode;

/// Participants of live conferences
/// (<https://www.twilio.com/docs/voice/api/conference-participant-resource>).
public final class ParticipantsResource {

    private static final String BASE = "/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants";
    private static final String ONE = BASE + "/{CallSid}.json";

    private final ConferenceHalls halls;
    private final ParticipantCalls calls;
    private final CallFields fields;
    private final VerbTable verbs;
    private final CallExtras extras;

    public ParticipantsResource(
            ConferenceHalls halls, ParticipantCalls calls, CallFields fields, VerbTable verbs, CallExtras extras) {
        this.halls = halls;
        this.calls = calls;
        this.fields = fields;
        this.verbs = verbs;
        this.extras = extras;
    }

    public void register(RestRoutes routes) {
        routes.get(BASE + ".json", this::list).post(BASE + ".json", this::create);
        routes.get(ONE, this::fetch).post(ONE, this::update).delete(ONE, this::delete);
    }

    private Answer create(RestRequest request) {
        var form = new ParticipantFields(request.fields());
        var added = calls.add(
                request.accountSid(),
                request.variable("ConferenceSid"),
                fields.read(request, CallFields.callbacks(request.fields()), null),
                form.seat(),
                form.settings(),
                extras.of(request));
        return Json.answer(201, ConferenceJson.of(added.conference(), added.participant()));
    }

    private Answer list(RestRequest request) {
        var query = request.query();
        Predicate<ObjectNode> wanted = equal(query, "Muted", "muted")
                .and(equal(query, "Hold", "hold"))
                .and(equal(query, "Coaching", "coaching"));
        var hall = halls.of(request.accountSid());
        var found = hall.board()
                .mailbox()
                .ask(() -> hall.find(request.variable("ConferenceSid"))
                        .map(room -> room.participants().stream()
                                .map(one -> ConferenceJson.of(room, one))
                                .filter(wanted)
                                .toList())
                        .orElseGet(List::of));
        return Page.cut(found.stream(), query, one -> one.path("call_sid").asString())
                .answer(request, "participants", one -> one);
    }

    private static Predicate<ObjectNode> equal(Params query, String name, String property) {
        var wanted = query.first(name).map(Boolean::parseBoolean);
        return one -> wanted.isEmpty() || one.path(property).asBoolean() == wanted.get();
    }

    private Answer fetch(RestRequest request) {
        return within(request, (room, one) -> {});
    }

    private Answer update(RestRequest request) {
        var form = new ParticipantFields(request.fields());
        var change = form.change();
        var announce = request.fields().url("AnnounceUrl");
        String method = request.fields().method("AnnounceMethod", "POST");
        return within(request, (room, one) -> {
            change.apply(room, one);
            announce.ifPresent(url -> new Announcement(url, method, verbs).to(room, one));
        });
    }

    private Answer delete(RestRequest request) {
        within(request, Conference::kick);
        return Answer.empty(204);
    }

    @FunctionalInterface
    private interface Action {
        void run(Conference conference, Participant participant);
    }

    /// On the mailbox; answers the participant as it was after the action.
    private Answer within(RestRequest request, Action action) {
        ConferenceHall hall = halls.of(request.accountSid());
        var json = hall.board().mailbox().ask(() -> {
            var room = hall.find(request.variable("ConferenceSid")).orElseThrow(request::notFound);
            var one = room.find(request.variable("CallSid")).orElseThrow(request::notFound);
            action.run(room, one);
            return ConferenceJson.of(room, one);
        });
        return Json.answer(200, json);
    }
}
